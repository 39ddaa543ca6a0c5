import type { Descriptions } from "../infra/described.ts";
import { INVITATION_REQUEST } from "./routes/invitations.ts";
import { acceptBody, lookBody } from "./routes/invited.ts";
import { LINK_REQUEST, LIST_QUERY as LINKS_QUERY } from "./routes/links.ts";
import { codeBody, passwordBody } from "./routes/second-step.ts";
import { END_REQUEST } from "./routes/sessions.ts";
import { changeBody, signInBody } from "./routes/sign-in.ts";
import { LIST_QUERY as TOKENS_QUERY, TOKEN_REQUEST } from "./routes/tokens.ts";
import { approvalsRequest, userRequest } from "./routes/users.ts";

const people: Descriptions = {
  "GET /api/console/users": { summary: "List the people who sign in.", answer: "UserList" },
  "POST /api/console/users": {
    summary: "Make a person; the password is told this once.",
    body: userRequest,
    answer: "UserCreated",
    status: [201],
    refusals: [409],
  },
  "PUT /api/console/users/:id": { summary: "Change a person.", body: userRequest, answer: "UserRow", refusals: [409] },
  "PUT /api/console/users/:id/approvals": {
    summary: "Say about which of their stores' knowledge a merchant decides.",
    body: approvalsRequest,
    answer: "UserRow",
    refusals: [409],
  },
  "POST /api/console/users/:id/password": { summary: "Give a person a new random password.", answer: "UserCreated" },
  "POST /api/console/users/:id/second-step/off": {
    summary: "Take the second step from somebody who lost their phone.",
    refusals: [409],
  },
  "GET /api/console/links": { summary: "List who somebody of a platform is.", query: LINKS_QUERY, answer: "LinkPage" },
  "POST /api/console/links": {
    summary: "Say who somebody of a platform is; 200 when it was so already.",
    body: LINK_REQUEST,
    answer: "LinkRow",
    status: [201, 200],
    refusals: [409],
  },
  "DELETE /api/console/links/:id": { summary: "Forget who somebody of a platform is." },
};

const waysIn: Descriptions = {
  "GET /api/console/tokens": { summary: "List API tokens.", query: TOKENS_QUERY, answer: "TokenList" },
  "POST /api/console/tokens": {
    summary: "Make an API token, told this once.",
    body: TOKEN_REQUEST,
    answer: "TokenCreated",
    status: [201],
    refusals: [409],
  },
  "DELETE /api/console/tokens/:id": { summary: "Revoke an API token." },
  "GET /api/console/me/sessions": { summary: "List where I am signed in.", answer: "SessionList" },
  "DELETE /api/console/me/sessions/:id": { summary: "End one of my sessions." },
  "POST /api/console/me/sessions/end": { summary: "End my other sessions, or all.", body: END_REQUEST },
  "GET /api/console/invitations": { summary: "List invitations that wait.", answer: "InvitationList" },
  "POST /api/console/invitations": {
    summary: "Invite somebody; the link is told this once.",
    body: INVITATION_REQUEST,
    answer: "InvitationCreated",
    status: [201],
    refusals: [409],
  },
  "DELETE /api/console/invitations/:id": { summary: "Revoke an invitation." },
};

const signingIn: Descriptions = {
  "POST /api/auth/sign-in/email": {
    summary: "Sign in with e-mail and password.",
    access: "everybody",
    body: signInBody,
    answer: "SignInOutcome",
  },
  "POST /api/auth/sign-out": { summary: "Sign out.", access: "everybody", answer: "SignInOutcome" },
  "POST /api/auth/change-password": {
    summary: "Change my password.",
    access: "signed-in",
    body: changeBody,
    answer: "SignInOutcome",
  },
  "GET /api/auth/session": {
    summary: "Tell who is signed in; 200 also when nobody is.",
    access: "everybody",
    answer: "SessionAnswer",
  },
  "GET /api/auth/second-step": {
    summary: "Tell whether I am asked for a second step.",
    access: "signed-in",
    answer: "SecondStepAnswer",
  },
  "POST /api/auth/second-step/begin": {
    summary: "Get the secret of a second step, told this once.",
    access: "signed-in",
    body: passwordBody,
    answer: "SecondStepBegun",
  },
  "POST /api/auth/second-step/confirm": {
    summary: "Switch the second step on with its first code.",
    access: "signed-in",
    body: codeBody,
    answer: "SignInOutcome",
  },
  "POST /api/auth/second-step/off": {
    summary: "Switch the second step off.",
    access: "signed-in",
    body: passwordBody,
    answer: "SignInOutcome",
  },
  "POST /api/auth/second-step/verify": {
    summary: "Finish a sign-in with a code.",
    access: "everybody",
    body: codeBody,
    answer: "SignInOutcome",
  },
  "POST /api/auth/invitation/look": {
    summary: "Look at an invitation.",
    access: "everybody",
    body: lookBody,
    answer: "InvitationShown",
  },
  "POST /api/auth/invitation/accept": {
    summary: "Accept an invitation, and be signed in.",
    access: "everybody",
    body: acceptBody,
    answer: "SignInOutcome",
    refusals: [409],
  },
};

export const accountsDescribed: Descriptions = { ...people, ...waysIn, ...signingIn };
