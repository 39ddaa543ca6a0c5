import type { JSX } from "preact";

const PATHS = {
  close: "M6 6l12 12M18 6 6 18",
  send: "M4.5 12h13M12 5.5 18.5 12 12 18.5",
  clip: "m19 11.5-7.2 7.2a4.6 4.6 0 0 1-6.5-6.5l7.6-7.6a3 3 0 0 1 4.3 4.3l-7.5 7.5a1.5 1.5 0 0 1-2.1-2.1l6.8-6.8",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0",
  star: "m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8L12 3.6Z",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2",
  tick: "m5 12.5 4.5 4.5L19 7.5",
  ticks: "m2 12.5 4.5 4.5L16 7.5M11.5 16.5l.5.5 9.5-9.5",
  alert: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7.5v5.5M12 16.2v.1",
  down: "M12 5v14M6 13l6 6 6-6",
  file: "M13.5 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.5L13.5 3ZM13.5 3v5.5H19",
  book: "M5 5.5A2.5 2.5 0 0 1 7.5 3H19v15H7.5A2.5 2.5 0 0 0 5 20.5v-15ZM5 20.5A2.5 2.5 0 0 0 7.5 21H19",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z",
  bot: "M12 3.5v3M7.5 6.5h9a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-9a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3ZM9.2 11v1.6M14.8 11v1.6M9.5 15.3h5",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing in the colour of the text around it, silent for screen readers. */
export function Icon({ name, filled }: { readonly name: IconName; readonly filled?: boolean }): JSX.Element {
  return (
    <svg class={filled === true ? "icon filled" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
