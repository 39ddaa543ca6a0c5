import type { ApiDocument, Content, Json, Operation, Parameter, Told } from "./document.ts";
import { html, joined, type Html } from "./html.ts";
import type { PageWords } from "./words.ts";

/** The API to be read by people: one page without scripts. Everything on it comes from the description itself. */
export function renderApi(document: ApiDocument, words: PageWords): string {
  const headings = document.tags;
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <a class="skip" href="#endpoints">${words.skip}</a>
        <header>
          <h1>${words.title}</h1>
          <p>${words.lead}</p>
          <p>
            <a href="/api/openapi.json">openapi.json</a> · <a href="/console/">${words.console}</a> ·
            <a href="/api/docs?lang=${words.other.lang}" lang="${words.other.lang}" hreflang="${words.other.lang}"
              >${words.other.name}</a
            >
          </p>
          <h2>${words.signing}</h2>
          <p>${words.token}</p>
          <pre tabindex="0"><code>curl -H "Authorization: Bearer cbt_…" https://desk.example.com/api/console/me</code></pre>
        </header>
        <nav aria-label="${words.contents}">
          <ul>
            ${joined(headings.map(({ name, description }) => html`<li><a href="#${name}">${name}</a> <span>${description}</span></li>`))}
          </ul>
        </nav>
        <main id="endpoints" tabindex="-1">
          ${joined(headings.map((heading) => section(document, heading, words)))}
          <section aria-labelledby="schemas">
            <h2 id="schemas">${words.types}</h2>
            ${joined(Object.entries(document.components.schemas).map(([name, schema]) => type(name, schema)))}
          </section>
        </main>
      </body>
    </html> `.text;
}

function section(document: ApiDocument, heading: ApiDocument["tags"][number], words: PageWords): Html {
  const here = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation.tags.includes(heading.name) ? [endpoint(`${method.toUpperCase()} ${path}`, operation, words)] : [],
    ),
  );
  return html`<section aria-labelledby="${heading.name}">
    <h2 id="${heading.name}">${heading.name}</h2>
    <p>${heading.description}</p>
    ${joined(here)}
  </section> `;
}

function endpoint(key: string, operation: Operation, words: PageWords): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  return html`<details id="${operationId}">
    <summary><code>${key}</code> <span>${summary}</span></summary>
    <p>${description}</p>
    ${
      parameters.length === 0
        ? html``
        : html`<h3>${words.parameters}</h3>
            <dl>${joined(parameters.map((one) => parameter(one, words)))}</dl>`
    }
    ${
      requestBody === undefined
        ? html``
        : html`<h3>${words.body}</h3>
            ${content(requestBody.content)}`
    }
    <h3>${words.answers}</h3>
    <dl>${joined(Object.entries(responses).map(([status, told]) => response(status, told)))}</dl>
  </details> `;
}

function parameter({ name, required, schema, ...rest }: Parameter, words: PageWords): Html {
  return html`<dt><code>${name}</code> ${rest.in}${required ? html` · ${words.required}` : html``}</dt>
    <dd>${shape(schema)}</dd>`;
}

function response(status: string, told: Told): Html {
  if ("$ref" in told)
    return html`<dt><code>${status}</code></dt>
      <dd>${linked("Problem")}</dd>`;
  return html`<dt><code>${status}</code></dt>
    <dd>${told.description} ${told.content === undefined ? html`` : content(told.content)}</dd>`;
}

function content(given: Content): Html {
  return joined(
    Object.entries(given).map(
      ([media, { schema }]) =>
        html`<p><code>${media}</code></p>
          ${shape(schema ?? {})}`,
    ),
  );
}

function type(name: string, schema: Json): Html {
  return html`<details id="schema-${name}">
    <summary><code>${name}</code></summary>
    ${shape(schema)}
  </details> `;
}

/** A schema that only names another is a link to it. */
function shape(schema: Json): Html {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema["$ref"] ?? ""))?.[1];
  if (name !== undefined) return linked(name);
  const line = JSON.stringify(schema);
  if (line.length <= SHORT) return html`<code>${line}</code>`;
  return html`<pre tabindex="0"><code>${JSON.stringify(schema, undefined, 2)}</code></pre>`;
}

/** A schema of so few characters stands in one line. */
const SHORT = 80;

function linked(name: string): Html {
  return html`<a href="#schema-${name}"><code>${name}</code></a>`;
}
