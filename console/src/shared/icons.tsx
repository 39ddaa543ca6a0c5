const SHAPES = {
  bell: "M4 18h16M6 16a6 6 0 0 1 12 0M12 8V6m-1.5 0h3",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z",
  whisper: "M5 11a7 6 0 1 1 4 5.4L5 18l1.2-3A6 6 0 0 1 5 11zM9.5 11h.01M12 11h.01M14.5 11h.01",
  back: "M15 5l-7 7 7 7",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20a8 8 0 0 1 16 0",
  bot: "M6 9h12v9H6zM12 9V5M9.5 13v1m5-1v1",
  sound: "M5 10v4h3l4 4V6L8 10zM16 9a4 4 0 0 1 0 6",
  mute: "M5 10v4h3l4 4V6L8 10zM16 10l4 4m0-4l-4 4",
  file: "M7 4h7l4 4v12H7zM14 4v4h4",
  clip: "M19 11.5l-7.2 7.2a4.5 4.5 0 0 1-6.4-6.4l7.9-7.9a3 3 0 0 1 4.3 4.3l-7.6 7.6a1.5 1.5 0 0 1-2.2-2.1l6.6-6.7",
  alert: "M12 4.5l8.5 15h-17zM12 10v4m0 2.6v.1",
  more: "M6 12h.01M12 12h.01M18 12h.01",
} as const;

interface Props {
  readonly name: keyof typeof SHAPES;
}

/** A small line drawing beside words; it says nothing on its own, so readers aloud skip it. */
export function Icon({ name }: Props) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
