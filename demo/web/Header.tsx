export interface HeaderProps {
  /** Whose accounts these are, once that is known. */
  name: string | null;
}

export function Header({ name }: HeaderProps) {
  return (
    <header className="header">
      <div className="brand">
        <svg className="brand__mark" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="9" />
          <path d="M6 19c3.3-3 6.7-3 10 0s6.7 3 10 0M6 13c3.3-3 6.7-3 10 0s6.7 3 10 0" />
        </svg>
        <span className="brand__name">Harbour</span>
      </div>
      {name && (
        <p className="person">
          <span className="person__name">{name}</span>
          <span className="person__initial" aria-hidden="true">
            {name.charAt(0)}
          </span>
        </p>
      )}
    </header>
  );
}
