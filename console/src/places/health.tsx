import type { ChannelHealth, PlaceList } from "../../../src/stores/api.ts";
import type { StoreRow } from "../../../src/desk/api.ts";
import { deskWords } from "../desk/words.ts";
import { useLanguage, useWords } from "../shared/language.tsx";
import { Link } from "../shared/router.tsx";
import { momentText } from "../shared/time.ts";
import { named } from "../shared/words.ts";
import { healthWords } from "./health-words.ts";

/** Whether a store's channels do: who was heard when, what waits to go out, what went wrong. */
export function Health({ store, list }: { readonly store: StoreRow; readonly list: PlaceList }) {
  const words = useWords(healthWords);
  return (
    <section className="panel stack" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className="channel-health">
        {list.health.map((channel) => (
          <Channel key={channel.channel} health={channel} store={store} />
        ))}
      </ul>
      {list.parked > 0 && (
        <p className="channel-bad">
          {words.parked(list.parked)} <Link to={{ page: "parked" }}>{words.toParked}</Link>
        </p>
      )}
    </section>
  );
}

function Channel({ health, store: { timezone } }: { readonly health: ChannelHealth; readonly store: StoreRow }) {
  const words = useWords(healthWords);
  const desk = useWords(deskWords);
  const { language } = useLanguage();
  const at = (moment: string): string => momentText({ at: moment, timezone, language });
  const { channel, isSpoken, heardAt, waiting, waitingSince, uncertain, refused } = health;
  const isBad = !isSpoken || uncertain > 0 || refused > 0;
  return (
    <li>
      <strong>{named(desk.channels, channel)}</strong>{" "}
      <span className={`tag ${isBad ? "tag-warm" : "tag-good"}`}>
        {isSpoken ? words.states[isBad ? "troubled" : "well"] : words.unspoken}
      </span>
      <span className="muted"> {heardAt === undefined ? words.neverHeard : words.heard(at(heardAt))}</span>
      {waiting > 0 && waitingSince !== undefined && <span> · {words.waiting(waiting, at(waitingSince))}</span>}
      {uncertain > 0 && <span className="channel-bad"> · {words.uncertain(uncertain)}</span>}
      {refused > 0 && <span className="channel-bad"> · {words.refused(refused)}</span>}
    </li>
  );
}
