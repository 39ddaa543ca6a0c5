import type { PersonAct, Supervisor } from "./event.ts";
import type { RequestId } from "./ids.ts";
import type { DecidesAs, RequestWish } from "./request.ts";
import type { Agent } from "./words.ts";

/** Somebody of the desk asks (请示) what they may not decide themselves. */
export interface RequestAsked extends PersonAct {
  readonly type: "request-asked";
  readonly agent: Agent;
  /** The person who signs in as this agent: nobody decides about what they asked themselves. */
  readonly userId: string;
  readonly wish: RequestWish;
}

/** A supervisor or merchant answers a request. */
export interface RequestDecided extends PersonAct {
  readonly type: "request-decided";
  readonly requestId: RequestId;
  readonly by: Supervisor;
  readonly as: DecidesAs;
  readonly answer:
    | {
        readonly type: "grant";
        /** The sum granted, which may be smaller; absent: as asked. */ readonly sumFen?: number | undefined;
      }
    | { readonly type: "refuse"; readonly reason: string };
}

/** Who asked does not need it any more. */
export interface RequestWithdrawn extends PersonAct {
  readonly type: "request-withdrawn";
  readonly requestId: RequestId;
  readonly by: Supervisor;
  /** As whom they work. */
  readonly agent?: Agent | undefined;
}
