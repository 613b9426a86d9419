/** Keeps reports from leaving the page. What is held when the page dies has never left. */
export interface ReportHold {
  begin(): void;
  end(): void;
  readonly isHolding: boolean;
}

export function installReportHold(): ReportHold {
  const send = window.fetch.bind(window);
  let end = () => {};
  let held: Promise<void> | null = null;
  let isHolding = false;

  window.fetch = async (input, init) => {
    if (held && typeof input === 'string' && input.endsWith('/repairs')) {
      isHolding = true;
      await held;
    }
    return send(input, init);
  };

  return {
    begin() {
      held = new Promise((resolve) => (end = resolve));
    },
    end() {
      held = null;
      end();
    },
    get isHolding() {
      return isHolding;
    },
  };
}
