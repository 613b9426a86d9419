/** Marks that were drawn for this demo. */
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

const OAUTH =
  '<rect width="48" height="48" fill="#0f4c81"/>' +
  '<circle cx="24" cy="20" r="9" fill="none" stroke="#cfe4f7" stroke-width="4"/>' +
  '<path d="M24 27v12m0-5h6" stroke="#cfe4f7" stroke-width="4" stroke-linecap="round" fill="none"/>';

const ROYAL =
  '<rect width="48" height="48" fill="#4b2a7b"/>' +
  '<path d="M11 33V17l7 6 6-10 6 10 7-6v16z" fill="#e7c45c"/>' +
  '<path d="M11 36.5h26" stroke="#e7c45c" stroke-width="3"/>';

const SHARED =
  '<rect width="48" height="48" fill="#117aca"/>' +
  '<path d="M18 12h18v6M36 18v12l-6 6M30 36H12v-6M12 30V18l6-6" stroke="#fff" stroke-width="5" fill="none"/>';

/** By Plaid's id of the institution. */
export const LOGOS: Readonly<Record<string, string>> = {
  ins_109508: toDataUrl(PLATYPUS),
  ins_109511: toDataUrl(TATTERSALL),
  ins_109512: toDataUrl(TARTAN),
  ins_127287: toDataUrl(OAUTH),
  ins_117650: toDataUrl(ROYAL),
  ins_56: toDataUrl(SHARED),
};
