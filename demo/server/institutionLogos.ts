/** Marks that were drawn for this demo: Plaid's fictional banks have none of their own. */
function toDataUrl(drawing: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${drawing}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const PLATYPUS =
  '<rect width="48" height="48" fill="#0f766e"/>' +
  '<path d="M0 34c8-4 16 4 24 0s16 4 24 0v14H0z" fill="#0b5750"/>' +
  '<path d="M9 33c-2-13 7-21 17-21 7 0 12 4 13 10z" fill="#6b4226"/>' +
  '<path d="M22 25c4-4 12-5 19-3 4 1 4 6 0 7-7 2-14 3-19 4z" fill="#f4b942"/>' +
  '<circle cx="25" cy="19.5" r="2.2" fill="#fff"/><circle cx="25.6" cy="19.5" r="1.1" fill="#1c1917"/>' +
  '<circle cx="38" cy="24.8" r=".9" fill="#9a6b12"/>';

const TATTERSALL =
  '<rect width="48" height="48" fill="#fbf3e3"/>' +
  '<path d="M8 0v48M32 0v48M0 8h48M0 32h48" stroke="#8a2432" stroke-width="3"/>' +
  '<path d="M20 0v48M44 0v48M0 20h48M0 44h48" stroke="#2f4b7c" stroke-width="3"/>';

const TARTAN =
  '<rect width="48" height="48" fill="#1f5a3d"/>' +
  '<path d="M12 0v48M36 0v48M0 12h48M0 36h48" stroke="#12304f" stroke-width="10" stroke-opacity=".6"/>' +
  '<path d="M12 0v48M36 0v48M0 12h48M0 36h48" stroke="#e9c46a" stroke-width="1.5"/>' +
  '<path d="M24 0v48M0 24h48" stroke="#c1352f" stroke-width="3" stroke-opacity=".9"/>';

export const FIRST_PLATYPUS_LOGO = toDataUrl(PLATYPUS);
export const TATTERSALL_LOGO = toDataUrl(TATTERSALL);
export const TARTAN_LOGO = toDataUrl(TARTAN);
