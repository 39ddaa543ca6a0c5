export function RosterPage(_: object) {
  return <p />;
}
