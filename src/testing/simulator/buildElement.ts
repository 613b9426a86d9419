/** Makes an element of the given document, with attributes and content. No markup is parsed: text stays text. */
export function buildElement<Tag extends keyof HTMLElementTagNameMap>(
  content: Document,
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = content.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
