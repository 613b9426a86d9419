export interface NoticeProps {
  title: string;
  action: string;
  onAction(): void;
}

/** One sentence and the one thing to do about it. */
export function Notice({ title, action, onAction }: NoticeProps) {
  return (
    <div className="notice" role="alert">
      <p className="notice__title">{title}</p>
      <button type="button" className="button" onClick={onAction}>
        {action}
      </button>
    </div>
  );
}
