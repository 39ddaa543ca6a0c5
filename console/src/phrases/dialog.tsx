import { Button, Input, Modal, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useId, useRef, useState } from "react";
import type { PhraseLayer, PhraseRequest, PhraseRow } from "../../../src/phrases/api.ts";
import type { Failure } from "../shared/api.ts";
import { FailureNote } from "../shared/failure.tsx";
import { useWords } from "../shared/language.tsx";
import { useApi, useSession } from "../shared/session.tsx";
import { sharedWords } from "../shared/words.ts";
import { phraseWords } from "./words.ts";

interface Props {
  /** Absent: a new one. */
  readonly phrase?: PhraseRow;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const VARIABLES = ["shopper", "agent", "store", "order"] as const;

/** Making or changing one phrase. */
export function PhraseDialog({ phrase, onSaved, onClose }: Props) {
  const api = useApi();
  const words = useWords(phraseWords);
  const shared = useWords(sharedWords);
  const { me } = useSession();
  const [layer, setLayer] = useState<PhraseLayer>(phrase?.layer ?? "personal");
  const [store, setStore] = useState(phrase?.store ?? me.stores[0]?.id ?? "");
  const [shortcut, setShortcut] = useState(phrase?.shortcut ?? "");
  const [text, setText] = useState(phrase?.text ?? "");
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const ids = { layer: useId(), store: useId(), shortcut: useId(), text: useId() };
  const area = useRef<TextAreaRef>(null);

  async function save(): Promise<void> {
    setBusy(true);
    const said = { shortcut: shortcut.trim(), text: text.trim() };
    const whole: PhraseRequest = { ...said, layer, ...(layer === "store" ? { store } : {}) };
    const answer =
      phrase === undefined
        ? await api.send("post /api/console/phrases", { body: whole })
        : await api.send("put /api/console/phrases/{id}", { ids: { id: phrase.id }, body: said });
    setBusy(false);
    if (answer.type === "failure") return setFailure(answer.failure);
    onSaved();
    onClose();
  }

  function addVariable(name: string): void {
    const field = area.current?.resizableTextArea?.textArea;
    const at = field?.selectionStart ?? text.length;
    setText(`${text.slice(0, at)}{${name}}${text.slice(at)}`);
    field?.focus();
  }

  return (
    <Modal
      open
      title={phrase === undefined ? words.add : words.edit}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: shortcut.trim() === "" || text.trim() === "" }}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      closable={{ "aria-label": shared.close }}
    >
      <div className="stack">
        {failure !== undefined && <FailureNote failure={failure} />}
        {phrase === undefined && <LayerFields ids={ids} layer={layer} store={store} onLayer={setLayer} onStore={setStore} />}
        <div className="field">
          <label htmlFor={ids.shortcut}>{words.columns.shortcut}</label>
          <Input
            id={ids.shortcut}
            prefix="/"
            maxLength={20}
            value={shortcut}
            onChange={({ target }) => setShortcut(target.value)}
          />
          <span className="hint">{words.shortcutHint}</span>
        </div>
        <div className="field">
          <label htmlFor={ids.text}>{words.text}</label>
          <Input.TextArea
            id={ids.text}
            ref={area}
            rows={5}
            maxLength={2_000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <span className="phrase-variables">
            {words.variables}
            {VARIABLES.map((name) => (
              <Button key={name} size="small" onClick={() => addVariable(name)}>
                {words.variable[name]}
              </Button>
            ))}
          </span>
          <span className="hint">{words.variablesHint}</span>
        </div>
      </div>
    </Modal>
  );
}

interface LayerProps {
  readonly ids: { readonly layer: string; readonly store: string };
  readonly layer: PhraseLayer;
  readonly store: string;
  readonly onLayer: (layer: PhraseLayer) => void;
  readonly onStore: (store: string) => void;
}

/** Whose it is; only layers that this person may write to. */
function LayerFields({ ids, layer, store, onLayer, onStore }: LayerProps) {
  const words = useWords(phraseWords);
  const { me } = useSession();
  const { role } = me.user;
  const layers: readonly PhraseLayer[] = [
    "personal",
    ...(role === "agent" || me.stores.length === 0 ? [] : (["store"] as const)),
    ...(role === "admin" ? (["vendor"] as const) : []),
  ];
  if (layers.length === 1) return undefined;
  return (
    <>
      <div className="field">
        <label htmlFor={ids.layer}>{words.layer}</label>
        <Select
          id={ids.layer}
          value={layer}
          options={layers.map((each) => ({ value: each, label: words.layers[each] }))}
          onChange={onLayer}
        />
      </div>
      {layer === "store" && (
        <div className="field">
          <label htmlFor={ids.store}>{words.store}</label>
          <Select
            id={ids.store}
            value={store}
            options={me.stores.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={onStore}
          />
        </div>
      )}
    </>
  );
}
