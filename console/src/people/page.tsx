export function PeoplePage(_: object) {
  return <p />;
}
