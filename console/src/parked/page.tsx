export function ParkedPage(_: object) {
  return <p />;
}
