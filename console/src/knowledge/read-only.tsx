import type { ArticleRow } from "../../../src/knowledge/api.ts";
import { useWords } from "../shared/language.tsx";
import { sharedWords } from "../shared/words.ts";
import { LinkTags } from "./links.tsx";
import { Validity } from "./validity.tsx";
import { knowledgeWords } from "./words.ts";

interface Props {
  readonly article: ArticleRow;
  readonly timezone: string;
}

/** An article for those who may only read it. */
export function ReadOnlyArticle({ article, timezone }: Props) {
  const words = useWords(knowledgeWords);
  const shared = useWords(sharedWords);
  return (
    <dl className="article">
      <dt>{words.columns.answer}</dt>
      <dd dir="auto">{article.answer}</dd>
      {article.alternatives.length > 0 && (
        <>
          <dt>{words.columns.alternatives}</dt>
          <dd>
            <ul>
              {article.alternatives.map((phrasing) => (
                <li key={phrasing} dir="auto">
                  {phrasing}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      <dt>{words.columns.topics}</dt>
      <dd className="question-foot">
        <LinkTags row={article} />
      </dd>
      <dt>{words.phase}</dt>
      <dd>{shared.phases[article.phase]}</dd>
      <dt>{words.validity}</dt>
      <dd>
        <Validity row={article} timezone={timezone} />
      </dd>
    </dl>
  );
}
