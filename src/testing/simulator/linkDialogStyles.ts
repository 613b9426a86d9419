/** Neutral on purpose: nobody should take the simulation for a bank, nor for Plaid. */
export const LINK_DIALOG_STYLES = `
:root {
  color-scheme: light;
  --ground: #ffffff;
  --sunken: #f4f5f7;
  --line: #d5d9e0;
  --control-line: #858d9a;
  --text: #171b22;
  --quiet: #444b59;
  --accent: #2b4c7e;
  --accent-strong: #1f3a63;
  --on-accent: #ffffff;
  --mark: #e6ecf5;
  --warning: #85251a;
  --warning-ground: #fbecea;
  --shadow: 0 24px 64px rgb(12 18 28 / 0.28);
  --backdrop: rgb(20 26 36 / 0.55);
}
:root[data-color-scheme='dark'] {
  color-scheme: dark;
  --ground: #1b2029;
  --sunken: #242a35;
  --line: #363e4b;
  --control-line: #7b8596;
  --text: #edf0f5;
  --quiet: #c3cad5;
  --accent: #9dbcf0;
  --accent-strong: #bbd1f6;
  --on-accent: #10182a;
  --mark: #2b3648;
  --warning: #f3aca3;
  --warning-ground: #3a2424;
  --shadow: 0 24px 64px rgb(0 0 0 / 0.6);
  --backdrop: rgb(4 7 12 / 0.66);
}
* { box-sizing: border-box; }
html { height: 100%; background: transparent; }
body {
  display: grid;
  place-items: center;
  min-height: 100%;
  margin: 0;
  padding: 24px;
  background: var(--backdrop);
  color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
.pane {
  display: flex;
  flex-direction: column;
  width: 100%;
  max-width: 400px;
  min-height: 640px;
  border-radius: 16px;
  background: var(--ground);
  box-shadow: var(--shadow);
  overflow: hidden;
}
.bar {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 12px;
  padding: 6px 8px 6px 20px;
  border-bottom: 1px solid var(--line);
}
.label { margin: 0; font-size: 13px; font-weight: 600; color: var(--quiet); }
.close {
  display: grid;
  place-items: center;
  width: 44px;
  height: 44px;
  padding: 0;
  border: 0;
  border-radius: 10px;
  background: none;
  color: var(--quiet);
  cursor: pointer;
}
.close:hover { background: var(--sunken); color: var(--text); }
.close::before, .close::after {
  content: '';
  grid-area: 1 / 1;
  width: 20px;
  border-top: 2px solid currentColor;
  border-radius: 1px;
  rotate: 45deg;
}
.close::after { rotate: -45deg; }
.content { display: flex; flex: 1; flex-direction: column; gap: 20px; padding: 24px 20px 20px; }
.bank { display: flex; flex-direction: column; align-items: center; gap: 12px; text-align: center; }
.mark {
  display: grid;
  place-items: center;
  width: 56px;
  height: 56px;
  border-radius: 50%;
  background: var(--mark);
  color: var(--accent);
  font-size: 24px;
  font-weight: 600;
}
.mark.failed { background: var(--warning-ground); color: var(--warning); }
h1 { margin: 0; font-size: 21px; line-height: 1.3; font-weight: 650; text-wrap: balance; overflow-wrap: anywhere; }
:is(h1, .waiting):focus { outline: none; }
p { margin: 0; }
.hint { color: var(--quiet); font-size: 14px; text-wrap: pretty; }
form { display: flex; flex: 1; flex-direction: column; gap: 14px; }
.field { display: flex; flex-direction: column; gap: 4px; }
label { font-size: 14px; font-weight: 550; }
input, select {
  width: 100%;
  min-height: 44px;
  padding: 8px 12px;
  border: 1px solid var(--control-line);
  border-radius: 10px;
  background: var(--ground);
  color: inherit;
  font: inherit;
}
select { text-overflow: ellipsis; }
.simulation { margin-top: 2px; padding: 12px 14px 14px; border-radius: 12px; background: var(--sunken); }
.simulation label { font-weight: 500; color: var(--quiet); }
fieldset { margin: 0; padding: 4px 14px; border: 1px solid var(--line); border-radius: 12px; }
legend { padding: 0 6px; font-size: 13px; font-weight: 600; color: var(--quiet); }
.choice { display: flex; align-items: center; gap: 12px; min-height: 44px; }
.choice + .choice { border-top: 1px solid var(--line); }
.choice label { flex: 1; padding: 10px 0; }
input[type='checkbox'] { width: 20px; min-height: 20px; height: 20px; flex: none; margin: 0; accent-color: var(--accent); }
ul { margin: 0; padding-inline-start: 20px; }
li::first-letter { text-transform: uppercase; }
.action {
  min-height: 48px;
  margin-top: auto;
  padding: 10px 20px;
  border: 0;
  border-radius: 12px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.action:hover { background: var(--accent-strong); }
.action[aria-disabled='true'] { cursor: progress; opacity: 0.75; }
:is(input, select, button):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.foot { padding: 0 20px 18px; color: var(--quiet); font-size: 12.5px; text-align: center; text-wrap: balance; }
.code { font: 13px/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; color: var(--quiet); text-align: center; overflow-wrap: anywhere; }
.waiting { display: grid; flex: 1; place-items: center; align-content: center; gap: 16px; color: var(--quiet); }
.waiting::before {
  content: '';
  width: 32px;
  height: 32px;
  border: 3px solid var(--line);
  border-top-color: var(--accent);
  border-radius: 50%;
  animation: turn 0.9s linear infinite;
}
@keyframes turn { to { rotate: 1turn; } }
@keyframes rise { from { opacity: 0; transform: translateY(8px); } }
.pane { animation: rise 0.18s ease-out; }
@media (prefers-reduced-motion: reduce) {
  .pane { animation: none; }
  .waiting::before { animation-duration: 4s; }
}
@media (max-width: 480px) {
  body { padding: 0; place-items: stretch; }
  .pane { max-width: none; min-height: 0; border-radius: 0; box-shadow: none; }
}
@media (forced-colors: active) {
  .pane { border: 1px solid CanvasText; }
  .action { border: 1px solid ButtonText; background: ButtonFace; color: ButtonText; }
}
`;
