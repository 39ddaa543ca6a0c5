import type { RestoreRequest, SettingPage, SettingRequest, SettingSaved } from "../../../src/settings/api.ts";
import type { Answer, Api } from "../shared/api.ts";
import { addressTo } from "../shared/calls.ts";
import type { Address } from "../shared/calls.ts";

/** Where a setting is read, and how it is changed. */
export interface SettingCalls<Setting> {
  readonly address: Address<SettingPage<Setting>>;
  readonly save: (api: Api, request: SettingRequest<Setting>) => Promise<Answer<SettingSaved>>;
  readonly restore: (api: Api, request: RestoreRequest) => Promise<Answer<SettingSaved>>;
}

export const ROUTING = callsOf({
  address: addressTo("/api/console/settings/routing"),
  save: (api, body) => api.send("put /api/console/settings/routing", { body }),
  restore: (api, body) => api.send("post /api/console/settings/routing/restore", { body }),
});

export const WAITS = callsOf({
  address: addressTo("/api/console/settings/waits"),
  save: (api, body) => api.send("put /api/console/settings/waits", { body }),
  restore: (api, body) => api.send("post /api/console/settings/waits/restore", { body }),
});

/** How soon a store's shoppers must be answered. */
export function repliesOf(storeId: string) {
  const ids = { storeId };
  return callsOf({
    address: addressTo("/api/console/stores/{storeId}/settings/replies", { ids }),
    save: (api, body) => api.send("put /api/console/stores/{storeId}/settings/replies", { ids, body }),
    restore: (api, body) => api.send("post /api/console/stores/{storeId}/settings/replies/restore", { ids, body }),
  });
}

/** What a store's agents may promise by themselves, and who decides above it. */
export function requestsOf(storeId: string) {
  const ids = { storeId };
  return callsOf({
    address: addressTo("/api/console/stores/{storeId}/settings/requests", { ids }),
    save: (api, body) => api.send("put /api/console/stores/{storeId}/settings/requests", { ids, body }),
    restore: (api, body) => api.send("post /api/console/stores/{storeId}/settings/requests/restore", { ids, body }),
  });
}

/** When a store's conversations end by themselves. */
export function closingOf(storeId: string) {
  const ids = { storeId };
  return callsOf({
    address: addressTo("/api/console/stores/{storeId}/settings/closing", { ids }),
    save: (api, body) => api.send("put /api/console/stores/{storeId}/settings/closing", { ids, body }),
    restore: (api, body) => api.send("post /api/console/stores/{storeId}/settings/closing/restore", { ids, body }),
  });
}

/** What a store's agents may not say. */
export function guardOf(storeId: string) {
  const ids = { storeId };
  return callsOf({
    address: addressTo("/api/console/stores/{storeId}/settings/guard", { ids }),
    save: (api, body) => api.send("put /api/console/stores/{storeId}/settings/guard", { ids, body }),
    restore: (api, body) => api.send("post /api/console/stores/{storeId}/settings/guard/restore", { ids, body }),
  });
}

/** The setting's type comes from what is read. */
function callsOf<Setting>(calls: SettingCalls<Setting>): SettingCalls<Setting> {
  return calls;
}
