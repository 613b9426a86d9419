/** What each page about a banner says of its markup. */
export const BANNER_CONTRACT = `
\`.update-mode-banner\` with \`data-severity\`, \`data-status\`, \`data-remedy\`, \`data-variant\` and \`data-density\`; its
parts are \`__logo\`, \`__icon\`, \`__title\`, \`__text\`, \`__note\`, \`__meta\`, \`__action\`, \`__more\` with each \`__way\`, \`__dismissals\`
and \`__details\`. All are in the guide “Theming”; each part is a component of its own, in “A banner of your own”.
`.trim();
