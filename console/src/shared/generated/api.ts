// Written by `npm run generate:api` from the description of the API; changed there, never here.

export interface paths {
  readonly "/api/auth/change-password": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Change my password.
     * @description For everybody who is signed in.
     */
    readonly post: operations["postAuthChangePassword"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/invitation/accept": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Accept an invitation, and be signed in.
     * @description For everybody.
     */
    readonly post: operations["postAuthInvitationAccept"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/invitation/look": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Look at an invitation.
     * @description For everybody.
     */
    readonly post: operations["postAuthInvitationLook"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/second-step": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Tell whether I am asked for a second step.
     * @description For everybody who is signed in.
     */
    readonly get: operations["getAuthSecondStep"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/second-step/begin": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Get the secret of a second step, told this once.
     * @description For everybody who is signed in.
     */
    readonly post: operations["postAuthSecondStepBegin"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/second-step/confirm": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Switch the second step on with its first code.
     * @description For everybody who is signed in.
     */
    readonly post: operations["postAuthSecondStepConfirm"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/second-step/off": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Switch the second step off.
     * @description For everybody who is signed in.
     */
    readonly post: operations["postAuthSecondStepOff"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/second-step/verify": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Finish a sign-in with a code.
     * @description For everybody.
     */
    readonly post: operations["postAuthSecondStepVerify"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/session": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Tell who is signed in; 200 also when nobody is.
     * @description For everybody.
     */
    readonly get: operations["getAuthSession"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/sign-in/email": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Sign in with e-mail and password.
     * @description For everybody.
     */
    readonly post: operations["postAuthSignInEmail"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/auth/sign-out": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Sign out.
     * @description For everybody.
     */
    readonly post: operations["postAuthSignOut"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/alerts": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the alerts that nobody has seen yet.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleAlerts"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/alerts/{id}/seen": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Say that an alert was seen.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleAlertsIdSeen"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/audit": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List who did what, the newest first.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleAudit"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/audit/export": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Export the audit log as a file.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleAuditExport"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List conversations.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversations"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a conversation with its newest messages.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsId"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/claim": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Take a conversation.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdClaim"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/close": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Close a conversation.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdClose"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/earlier": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what the same shopper talked about before, 10 a page.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdEarlier"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/files": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Keep a file for a reply.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdFiles"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/files/{fileId}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get a file of a conversation.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdFilesFileId"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/messages": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read earlier messages.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdMessages"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/presence": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Say that I look at a conversation, and hear who else does.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdPresence"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/reassign": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List whom a conversation could be given to.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdReassign"];
    readonly put?: never;
    /**
     * Give a conversation to somebody.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdReassign"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/refuse": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Refuse an offer to me.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdRefuse"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/release": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Give a conversation back to the bot.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdRelease"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/reply": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Say something to the shopper, or a remark to colleagues.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdReply"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/requests": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask a supervisor or the merchant to decide something.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdRequests"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/reveal": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Show what is hidden, for a reason that is kept.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdReveal"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/rules": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read what holds in its store at this moment.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdRules"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/story": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Tell what was decided in a conversation, and why.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdStory"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/suggestions": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Say that a suggested answer does not fit.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdSuggestions"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/transfer": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List who could take a conversation over from me.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleConversationsIdTransfer"];
    readonly put?: never;
    /**
     * Pass a conversation on.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdTransfer"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/typing": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Say that I am writing a reply.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdTyping"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/conversations/{id}/whisper": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Remark something that only colleagues see.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleConversationsIdWhisper"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/events": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Hear what changes, as server-sent events, each under its number; go on after one.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleEvents"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/figures": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a store's figures of one day.
     * @description For: merchant, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleFigures"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/figures/stores": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read today so far and this moment, in each of my stores.
     * @description For: merchant, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleFiguresStores"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/invitations": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List invitations that wait.
     * @description For: supervisor, admin. No API token may call it.
     */
    readonly get: operations["getConsoleInvitations"];
    readonly put?: never;
    /**
     * Invite somebody; the link is told this once.
     * @description For: supervisor, admin. No API token may call it.
     */
    readonly post: operations["postConsoleInvitations"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/invitations/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Revoke an invitation.
     * @description For: supervisor, admin. No API token may call it.
     */
    readonly delete: operations["deleteConsoleInvitationsId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/levels": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read reply limits kept and missed, by store and day.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleLevels"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/levels/conversations": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the conversations behind a number, 20 a page.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleLevelsConversations"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/links": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List who somebody of a platform is.
     * @description For: admin. No API token may call it.
     */
    readonly get: operations["getConsoleLinks"];
    readonly put?: never;
    /**
     * Say who somebody of a platform is; 200 when it was so already.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleLinks"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/links/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Forget who somebody of a platform is.
     * @description For: admin. No API token may call it.
     */
    readonly delete: operations["deleteConsoleLinksId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/me": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Tell who I am, how I stand and which stores I see.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleMe"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/me/sessions": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List where I am signed in.
     * @description For: agent, supervisor, merchant, admin. No API token may call it.
     */
    readonly get: operations["getConsoleMeSessions"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/me/sessions/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * End one of my sessions.
     * @description For: agent, supervisor, merchant, admin. No API token may call it.
     */
    readonly delete: operations["deleteConsoleMeSessionsId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/me/sessions/end": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * End my other sessions, or all.
     * @description For: agent, supervisor, merchant, admin. No API token may call it.
     */
    readonly post: operations["postConsoleMeSessionsEnd"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/me/status": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Say how I stand: ready, on a break, away.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleMeStatus"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/parked": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List events that were set aside.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleParked"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/parked/{id}/retry": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Take up an event that was set aside.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleParkedIdRetry"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/phrases": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List canned phrases, 50 a page.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePhrases"];
    readonly put?: never;
    /**
     * Make a phrase.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePhrases"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/phrases/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Change a phrase's words.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsolePhrasesId"];
    readonly post?: never;
    /**
     * Remove a phrase.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly delete: operations["deleteConsolePhrasesId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/phrases/usable": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List all phrases that may be said in a store.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePhrasesUsable"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/places": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the rooms that serve stores, and how their pages get the widget.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlaces"];
    readonly put?: never;
    /**
     * Let a room serve a store; 200 when it did already.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlaces"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/places/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Take a room from its store.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly delete: operations["deleteConsolePlacesId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/changes": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List my newest changes of the roster.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningChanges"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/changes/{changeId}/undo": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Take a change of the roster back, if nothing newer stands there.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningChangesChangeIdUndo"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/copy": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Copy a week; without version, tell what would change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningCopy"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/days": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Plan single days; all of it or nothing.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsolePlanningDays"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/file": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Export shifts as CSV.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningFile"];
    readonly put?: never;
    /**
     * Import shifts from CSV; without version, tell what would change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningFile"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/holidays": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a year's holidays, and those proposed.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningHolidays"];
    readonly put?: never;
    /**
     * Take the proposed holidays.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningHolidays"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/leave": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Enter leave for somebody; it holds at once.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningLeave"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/leave/{leaveId}/decide": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Decide about leave.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningLeaveLeaveIdDecide"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/mine": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read my next 14 days, leave and swaps.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningMine"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/mine/leave": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask for leave.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningMineLeave"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/mine/leave/{leaveId}/withdraw": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Withdraw a wish for leave.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningMineLeaveLeaveIdWithdraw"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/mine/swaps": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask a colleague to swap a shift.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningMineSwaps"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/mine/swaps/{swapId}/answer": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Answer a colleague's wish to swap, or withdraw my own.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningMineSwapsSwapIdAnswer"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/patterns/{agentId}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read somebody's weekly shifts.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningPatternsAgentId"];
    /**
     * Change somebody's weekly shifts.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsolePlanningPatternsAgentId"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/requests": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List leave and swaps that wait for a decision.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningRequests"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/swaps/{swapId}/decide": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Decide about a swap of shifts.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsolePlanningSwapsSwapIdDecide"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/planning/week": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read a week of the roster.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsolePlanningWeek"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/proposals": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List proposals, 20 a page.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleProposals"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/requests": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what agents ask of supervisors and merchants, 20 a page.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleRequests"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/requests/{id}/decide": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Answer what an agent asked.
     * @description For: supervisor, merchant, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleRequestsIdDecide"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/requests/{id}/withdraw": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Withdraw what I asked.
     * @description For: agent, supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleRequestsIdWithdraw"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/roster": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read who works when, and who is on shift now.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleRoster"];
    /**
     * Replace the roster by a file; all of it or nothing.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleRoster"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/search": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Search conversations, 50 a page.
     * @description For: agent, supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleSearch"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/settings/routing": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read how work is given out, and what it was before.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleSettingsRouting"];
    /**
     * Set how work is given out.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleSettingsRouting"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/settings/routing/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set how work is given out as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleSettingsRoutingRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/settings/waits": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read how long the desk waits for its people, and what it was before.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleSettingsWaits"];
    /**
     * Set how long the desk waits for its people.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleSettingsWaits"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/settings/waits/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set how long the desk waits for its people as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleSettingsWaitsRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/answering": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read when a store's bot answers itself, and why so.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdAnswering"];
    /**
     * Set when the bot answers itself.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdAnswering"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/answering/preview": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask what would become of the store's questions; nothing is changed.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdAnsweringPreview"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/answering/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set it as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdAnsweringRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List a store's articles, 50 a page.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdArticles"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Make or change an article.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdArticlesId"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/{id}/history": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read an article's history, the newest first.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdArticlesIdHistory"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/{id}/undo": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Put an article back as it was before its newest change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdArticlesIdUndo"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/{id}/withdraw": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Withdraw an article.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdArticlesIdWithdraw"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/export": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Export a store's active articles as CSV.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdArticlesExport"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/import": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Import a knowledge file that was previewed.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdArticlesImport"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/articles/preview": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tell what a knowledge file would change; nothing is changed.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdArticlesPreview"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/golden": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List a store's golden questions.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdGolden"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/golden/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Make or change a golden question.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdGoldenId"];
    readonly post?: never;
    /**
     * Remove a golden question.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly delete: operations["deleteConsoleStoresStoreIdGoldenId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/golden/run": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask all golden questions and tell how they end today.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdGoldenRun"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/guard": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read what a store's agents may not say.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdGuard"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/learning": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read what came of the newest learning from a store's conversations.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdLearning"];
    readonly put?: never;
    /**
     * Begin to learn from a store's conversations; does not wait for the end.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdLearning"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/proposals": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Propose a change of a store's knowledge; 200 when this clientId did before.
     * @description For: merchant, agent. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdProposals"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/proposals/{id}/accept": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Accept a proposal, unless it breaks more golden questions than it mends.
     * @description For: supervisor, merchant, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdProposalsIdAccept"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/proposals/{id}/refuse": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Refuse a proposal with a reason.
     * @description For: supervisor, merchant, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdProposalsIdRefuse"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/proposals/{id}/withdraw": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Withdraw my proposal.
     * @description For: merchant, agent. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdProposalsIdWithdraw"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/closing": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read when a store's conversations end by themselves, and what it was before.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdSettingsClosing"];
    /**
     * Set when a store's conversations end by themselves.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdSettingsClosing"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/closing/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set when a store's conversations end by themselves as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdSettingsClosingRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/guard": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read what a store's agents may not say, and what it was before.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdSettingsGuard"];
    /**
     * Set what a store's agents may not say.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdSettingsGuard"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/guard/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set what a store's agents may not say as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdSettingsGuardRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/replies": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read how soon a store's shoppers must be answered, and what it was before.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdSettingsReplies"];
    /**
     * Set how soon a store's shoppers must be answered.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdSettingsReplies"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/replies/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set how soon a store's shoppers must be answered as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdSettingsRepliesRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/requests": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read who answers what a store's agents ask, and what it was before.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleStoresStoreIdSettingsRequests"];
    /**
     * Set who answers what a store's agents ask.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly put: operations["putConsoleStoresStoreIdSettingsRequests"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/settings/requests/restore": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Set who answers what a store's agents ask as it was after an earlier change.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdSettingsRequestsRestore"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/stores/{storeId}/try": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask what the bot would do with a question; nothing is kept.
     * @description For: agent, supervisor, merchant, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleStoresStoreIdTry"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/tokens": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List API tokens.
     * @description For: supervisor, merchant, admin. No API token may call it.
     */
    readonly get: operations["getConsoleTokens"];
    readonly put?: never;
    /**
     * Make an API token, told this once.
     * @description For: supervisor, merchant, admin. No API token may call it.
     */
    readonly post: operations["postConsoleTokens"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/tokens/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * Revoke an API token.
     * @description For: supervisor, merchant, admin. No API token may call it.
     */
    readonly delete: operations["deleteConsoleTokensId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/topics": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what articles may be linked to.
     * @description For: agent, supervisor, merchant, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleTopics"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/topics/suggest": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Suggest links for words; nothing is stored.
     * @description For: agent, supervisor, merchant, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleTopicsSuggest"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/users": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List the people who sign in.
     * @description For: admin. No API token may call it.
     */
    readonly get: operations["getConsoleUsers"];
    readonly put?: never;
    /**
     * Make a person; the password is told this once.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleUsers"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/users/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Change a person.
     * @description For: admin. No API token may call it.
     */
    readonly put: operations["putConsoleUsersId"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/users/{id}/approvals": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Say about which of their stores' knowledge a merchant decides.
     * @description For: admin. No API token may call it.
     */
    readonly put: operations["putConsoleUsersIdApprovals"];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/users/{id}/password": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Give a person a new random password.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleUsersIdPassword"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/users/{id}/second-step/off": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Take the second step from somebody who lost their phone.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleUsersIdSecondStepOff"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/wall": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Tell how the desk stands at this moment.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleWall"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/wall/overdue": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List who waits or waited too long.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleWallOverdue"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/wall/topics": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what is asked clearly more often today.
     * @description For: supervisor, admin. API tokens may call it.
     */
    readonly get: operations["getConsoleWallTopics"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List webhooks.
     * @description For: admin. No API token may call it.
     */
    readonly get: operations["getConsoleWebhooks"];
    readonly put?: never;
    /**
     * Make a webhook; its secret is told this once.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleWebhooks"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks/{webhookId}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /**
     * Change a webhook, or switch it on or off.
     * @description For: admin. No API token may call it.
     */
    readonly put: operations["putConsoleWebhooksWebhookId"];
    readonly post?: never;
    /**
     * Remove a webhook with what waits for it.
     * @description For: admin. No API token may call it.
     */
    readonly delete: operations["deleteConsoleWebhooksWebhookId"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks/{webhookId}/deliveries": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * List what a webhook was sent, 50 a page.
     * @description For: admin. No API token may call it.
     */
    readonly get: operations["getConsoleWebhooksWebhookIdDeliveries"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks/{webhookId}/deliveries/{deliveryId}/again": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send something again, with all its tries.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleWebhooksWebhookIdDeliveriesDeliveryIdAgain"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks/{webhookId}/earlier-secret": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /**
     * End the secret before the present one now.
     * @description For: admin. No API token may call it.
     */
    readonly delete: operations["deleteConsoleWebhooksWebhookIdEarlierSecret"];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks/{webhookId}/secret": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Give a webhook a new secret, told this once; the one before signs beside it for a while.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleWebhooksWebhookIdSecret"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/webhooks/{webhookId}/test": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send a test.
     * @description For: admin. No API token may call it.
     */
    readonly post: operations["postConsoleWebhooksWebhookIdTest"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/console/who": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask who would get a matter; nothing is changed.
     * @description For: supervisor, admin. API tokens with the right to write may call it.
     */
    readonly post: operations["postConsoleWho"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/events": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Hear what is said, as server-sent events.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly get: operations["getWidgetEvents"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/files": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Keep a file for a message, in the field `file`.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetFiles"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/files/{id}": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Get a file of the conversation.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly get: operations["getWidgetFilesId"];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/human": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Ask for a person; 200 when it was asked already.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetHuman"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/messages": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Read what was said after a message, waiting for it if wanted.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly get: operations["getWidgetMessages"];
    readonly put?: never;
    /**
     * Say something; 200 when it was there already.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetMessages"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/rating": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Rate the conversation; 200 when it was rated already.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetRating"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/sessions": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Begin or go on with a visit; 200 when the token was still good.
     * @description For everybody.
     */
    readonly post: operations["postWidgetSessions"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "/api/widget/signs": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tell that the shopper types, and how far they have read.
     * @description For a visitor of the widget, with the token of their visit.
     */
    readonly post: operations["postWidgetSigns"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export interface webhooks {
  readonly "conversation.opened": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.opened, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_opened"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.answered": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.answered, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_answered"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.escalated": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.escalated, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_escalated"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.assigned": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.assigned, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_assigned"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.promised": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.promised, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_promised"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.replied": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.replied, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_replied"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.transferred": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.transferred, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_transferred"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.breached": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.breached, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_breached"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.rated": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.rated, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_rated"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "conversation.closed": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells conversation.closed, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_conversation_closed"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "request.asked": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells request.asked, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_request_asked"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly "request.answered": {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Tells request.answered, at least once.
     * @description Sent to the address that an admin named, and signed with its secret as the Standard Webhooks say (v1).
     */
    readonly post: operations["webhook_request_answered"];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description What accepting answers: with how the store's golden questions end, if it has any. */
    readonly AcceptAnswer: {
      readonly golden?: components["schemas"]["GoldenReport"];
      readonly id: string;
      readonly store: {
        readonly id: string;
        readonly name: string;
        readonly timezone: string;
      };
      /** @enum {string} */
      readonly kind: "new-article" | "change-article" | "phrasings";
      readonly articleId: string;
      /** @description The whole article as it would be. */
      readonly after: components["schemas"]["ProposedWords"];
      /** @description As the proposer saw it; absent for a new one. */
      readonly before?: components["schemas"]["ProposedWords"];
      /** @description Only of an open one whose article is no longer what the proposer saw: how it is now. */
      readonly current?: {
        readonly version: number;
        /** @enum {string} */
        readonly status: "active" | "withdrawn";
        /** @enum {string} */
        readonly phase: "presale" | "insale" | "aftersale";
        readonly question: string;
        readonly alternatives: readonly string[];
        readonly answer: string;
        /** @description ISO 8601. */
        readonly validFrom?: string;
        readonly validUntil?: string;
      };
      /** @description Only of an open one: what the article would be linked to. */
      readonly links?: {
        /** @description Ids of the intents that people linked it to; none: to none on purpose. Absent: as suggested. */
        readonly topics?: readonly string[];
        /** @description In lists, where `topics` is absent. */
        readonly suggested?: readonly components["schemas"]["SuggestedLink"][];
      };
      readonly evidence: readonly {
        readonly conversationId?: string;
        readonly text: string;
      }[];
      /** @enum {string} */
      readonly origin: "merchant" | "agent" | "learned";
      readonly note: string;
      /** @enum {string} */
      readonly status: "open" | "accepted" | "refused" | "withdrawn";
      readonly createdAt: string;
      readonly createdBy: string;
      /** @description Made by the person who asks. */
      readonly isMine: boolean;
      /** @description I may accept or refuse it. */
      readonly mayDecide: boolean;
      readonly decided?: {
        readonly at: string;
        readonly by: string;
        readonly note?: string;
      };
      /** @description The version of the article that says what was accepted. */
      readonly articleVersion?: number;
    };
    /** @description `POST /api/console/conversations/:id/claim` {clientId} · `/reply` {clientId, epoch, text, internal, attachments?} · `/refuse` {clientId, reason} (of an offer to me) · `/release` {clientId, epoch, reason?} · `/close` {clientId, epoch, reason?} (why, kept for colleagues) → 200 with the outcome; doing it twice with one clientId does it once. `attachments`: ids of files uploaded before; with them the text may be empty. Remarks take none. */
    readonly ActAnswer: {
      /** @enum {string} */
      readonly outcome: "done" | "refused";
      /** @description Why it was refused: somebody else has it, the conversation moved on, no room. */
      readonly reason?: components["schemas"]["Sentence"];
      readonly conversation: components["schemas"]["ConversationRow"];
    };
    /** @description 503 of an act that was stored, but failed and was set aside: under which id. */
    readonly ActSetAside: {
      readonly parked?: string;
    };
    readonly AgentNow: {
      readonly id: string;
      readonly name: string;
      readonly standing: components["schemas"]["AgentStanding"];
      /** @description Since when they say so themselves; absent: since longer than anybody noted. */
      readonly since?: string;
      /** @description The end of the shift they are in. */
      readonly shiftUntil?: string;
      readonly load: number;
      readonly capacity: number;
    };
    /**
     * @description How an agent stands: `full` is ready without room, `off-shift` whatever they say of themselves.
     * @enum {string}
     */
    readonly AgentStanding: "ready" | "full" | "break" | "away" | "offline" | "off-shift";
    /** @enum {string} */
    readonly AgentStatus: "ready" | "break" | "away" | "offline";
    readonly AgentsNow: {
      /** @description Who is on shift, or has something: the fullest first, at most 100. */
      readonly items: readonly components["schemas"]["AgentNow"][];
      /** @description How many more there are than are told. */
      readonly more: number;
      readonly counts: {
        readonly ready: number;
        readonly full: number;
        readonly break: number;
        readonly away: number;
        readonly offline: number;
        readonly "off-shift": number;
      };
    };
    /** @description `GET /api/console/alerts` (agent: their own; supervisor, admin: also those for the supervisors of their stores): what nobody has seen yet, the newest 50, and how many there are. The stream tells `event: alerts` data {count} when their number changes. */
    readonly AlertList: {
      readonly items: readonly components["schemas"]["AlertRow"][];
      readonly count: number;
    };
    /** @description The conversation it is about as it stands now: enough for a colleague to go on with it. */
    readonly AlertMatter: {
      readonly conversation: components["schemas"]["ConversationRow"];
      /** @description The last full question. */
      readonly topic?: string;
      readonly slots: readonly components["schemas"]["NamedThing"][];
    };
    readonly AlertRow: {
      readonly id: string;
      /** @description ISO 8601. */
      readonly at: string;
      /** @description `alert-hand-over`, `alert-clock-breached`, …, with its sentence. */
      readonly reason: components["schemas"]["Sentence"];
      readonly store: {
        readonly id: string;
        readonly name: string;
      };
      /** @description For the agent who asks; otherwise for all supervisors. */
      readonly isMine: boolean;
      readonly about?: components["schemas"]["AlertMatter"];
    };
    /** @description What the styles' numbers come from: shipped with the program, this store's labelled questions, or those of all stores. */
    readonly AnsweringBasis: {
      /** @enum {string} */
      readonly type: "fixed" | "store" | "desk";
      readonly labels: number;
      /** @description From so many on they are learned from. */
      readonly enough: number;
    };
    readonly AnsweringChangeRow: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "learned" | "file";
      readonly before: components["schemas"]["AnsweringSetting"];
      readonly after: components["schemas"]["AnsweringSetting"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    readonly AnsweringEnding: {
      /** @enum {string} */
      readonly action: "answer" | "clarify" | "handover" | "smalltalk" | "decline";
      readonly isRight: boolean;
      /** @description Title of the article that is answered with. */
      readonly title?: string;
    };
    /** @description How many questions there are of which it is known how they should end; `turns` and `golden` are learned from. `shown`: those that are counted here. */
    readonly AnsweringEvidence: {
      readonly turns: number;
      readonly golden: number;
      readonly phrasings: number;
      /** @enum {string} */
      readonly shown: "labelled" | "phrasings" | "none";
      /** @description Turns that an earlier version of the understanding read: left out, their confidences mean something else. */
      readonly olderTurns: number;
      /** @description Golden questions left out, because the store has too many articles to be learned anew. */
      readonly goldenLeft: number;
      /** @description So many of the newest conversations were looked at; `isCut`: there are more. */
      readonly conversations: number;
      readonly isCut: boolean;
    };
    /** @description In steps of 0.0001. Probabilities 0..1, but for `lead`, which is between two of them. */
    readonly AnsweringNumbers: {
      readonly answer: number;
      readonly askBack: number;
      readonly lead: number;
      readonly inScope: number;
    };
    readonly AnsweringOffer: {
      readonly style: components["schemas"]["AnsweringStyle"];
      /** @description Of 100 questions, so many may be answered wrongly: what the style aims at, on average over stores. */
      readonly wrongAtMost: number;
      readonly numbers: components["schemas"]["AnsweringNumbers"];
      /** @description Choosing it would change no decision. */
      readonly isAsNow: boolean;
      readonly tally?: components["schemas"]["AnsweringTally"];
    };
    /** @description `GET /api/console/stores/:storeId/answering` (supervisor: own stores, admin). 503 while the store is being asked elsewhere. */
    readonly AnsweringPage: {
      readonly setting: components["schemas"]["AnsweringSetting"];
      /** @description Of the newest change, to be sent back with the next one; 0 before the first. */
      readonly version: number;
      readonly basis: components["schemas"]["AnsweringBasis"];
      /**
       * @description What happens by night: it is learned anew; or left alone, because numbers are somebody's own, or somebody restored an earlier setting.
       * @enum {string}
       */
      readonly nightly: "learns" | "own" | "restored";
      readonly evidence: components["schemas"]["AnsweringEvidence"];
      /** @description How the evidence's questions end as it is set now. Absent: there is no evidence. */
      readonly now?: components["schemas"]["AnsweringTally"];
      readonly styles: readonly components["schemas"]["AnsweringOffer"][];
      /** @description Saving the numbers in use as one's own would change no decision. */
      readonly isOwnAsNow: boolean;
      /** @description By rising threshold to answer, all else as it is set now. */
      readonly curve: readonly components["schemas"]["AnsweringPoint"][];
      /** @description The newest first. */
      readonly history: readonly components["schemas"]["AnsweringChangeRow"][];
      /** @description What each number may be. */
      readonly ranges: {
        readonly answer: {
          readonly from: number;
          readonly to: number;
        };
        readonly askBack: {
          readonly from: number;
          readonly to: number;
        };
        readonly lead: {
          readonly from: number;
          readonly to: number;
        };
        readonly inScope: {
          readonly from: number;
          readonly to: number;
        };
      };
    };
    readonly AnsweringPoint: {
      readonly answer: number;
      /** @description Shares of all questions, 0..1. */
      readonly right: number;
      readonly wrong: number;
    };
    /** @description `POST …/answering/preview` AnsweringWish → AnsweringPreview; nothing changes. 400 names the number that cannot be. */
    readonly AnsweringPreview: {
      readonly numbers: components["schemas"]["AnsweringNumbers"];
      readonly tally?: components["schemas"]["AnsweringTally"];
      /** @description Questions that would end otherwise than now, at most 8, of `switchedTotal`. */
      readonly switched: readonly components["schemas"]["AnsweringSwitched"][];
      readonly switchedTotal: number;
    };
    /** @description What `PUT …/answering` answers to an AnsweringWish with the `version` that was seen, 409 when somebody changed it meanwhile; and `POST …/answering/restore` {version, to}: as it was after change `to`; 0: before the first. */
    readonly AnsweringSaved: {
      readonly version: number;
    };
    readonly AnsweringSetting: {
      readonly style: components["schemas"]["AnsweringStyle"] | "own";
      readonly numbers: components["schemas"]["AnsweringNumbers"];
      /** @description Whether confidences are read as the store's questions taught. */
      readonly isCalibrated: boolean;
    };
    /** @enum {string} */
    readonly AnsweringStyle: "cautious" | "balanced" | "bold";
    readonly AnsweringSwitched: {
      /** @enum {string} */
      readonly source: "turn" | "golden" | "phrasing";
      readonly text: string;
      readonly before: components["schemas"]["AnsweringEnding"];
      readonly after: components["schemas"]["AnsweringEnding"];
    };
    readonly AnsweringTally: {
      readonly questions: number;
      readonly answeredRight: number;
      readonly answeredWrong: number;
      readonly askedBack: number;
      readonly handedOver: number;
      readonly leftAlone: number;
    };
    readonly ArticleChange: {
      readonly id: string;
      readonly question: string;
      /** @description Names of the columns that differ (of a new article: that are filled); `status` when a withdrawn one comes back. */
      readonly columns: readonly string[];
      readonly before?: {
        readonly [key: string]: string;
      };
      readonly after: {
        readonly [key: string]: string;
      };
      /** @description Of the first 200 new and the first 200 changed ones: what would be suggested, where nobody links it by hand. */
      readonly suggested?: readonly components["schemas"]["SuggestedLink"][];
    };
    /** @description `GET …/articles/:id/history`, newest first. `POST …/articles/:id/undo` {version, why?}: as it was before the newest change. `POST …/articles/:id/withdraw` {version, why?}. */
    readonly ArticleHistory: {
      readonly versions: readonly {
        readonly version: number;
        readonly change: string;
        readonly at: string;
        readonly by: string;
        readonly why?: string;
        readonly article: {
          readonly id: string;
          /** @enum {string} */
          readonly phase: "presale" | "insale" | "aftersale";
          readonly question: string;
          readonly alternatives: readonly string[];
          readonly answer: string;
          /** @description Ids of the intents that people linked it to; none: to none on purpose. Absent: as suggested. */
          readonly topics?: readonly string[];
          /** @description ISO 8601. */
          readonly validFrom?: string;
          readonly validUntil?: string;
          /** @enum {string} */
          readonly status: "active" | "withdrawn";
        };
      }[];
    };
    /** @description 409 of a change, and of a proposal, when the article is not what was seen: how it is now. */
    readonly ArticleMovedOn: {
      readonly current?: components["schemas"]["ArticleRow"];
    };
    /** @description `GET /api/console/stores/:storeId/articles?query=&phase=&status=&links=&page=` (page from 1, 50 a page; the store's own first, then the shared ones; `links`: set by people, as suggested, or none on purpose). The shared layer itself is the store `shared`: readable by all, edited by admins. */
    readonly ArticlePage: {
      readonly items: readonly components["schemas"]["ArticleRow"][];
      readonly total: number;
    };
    readonly ArticleRow: {
      readonly id: string;
      /**
       * @description `shared`: of the layer all stores share; seen here, edited by admins only.
       * @enum {string}
       */
      readonly layer: "store" | "shared";
      /** @enum {string} */
      readonly phase: "presale" | "insale" | "aftersale";
      readonly question: string;
      readonly alternatives: readonly string[];
      readonly answer: string;
      /** @description Ids of the intents that people linked it to; none: to none on purpose. Absent: as suggested. */
      readonly topics?: readonly string[];
      /** @description In lists, where `topics` is absent. */
      readonly suggested?: readonly components["schemas"]["SuggestedLink"][];
      /** @description ISO 8601. */
      readonly validFrom?: string;
      readonly validUntil?: string;
      /** @enum {string} */
      readonly status: "active" | "withdrawn";
      readonly version: number;
      readonly updatedAt: string;
      readonly updatedBy: string;
    };
    /** @description `GET /api/console/audit?who=&act=&store=&from=&to=&before=` (supervisor: entries of own stores; admin: all), the newest first, 50 at a time. `who`: a part of the name. `act`: one act (`person.created`) or all of a kind (`person`). `from`, `to`: ISO 8601, the first included, the last not. `before`: the `next` of the page before. `GET /api/console/audit/export?format=csv|jsonl` with the same filters: a file of at most 100,000 entries. */
    readonly AuditPage: {
      readonly items: readonly components["schemas"]["AuditRow"][];
      /** @description Absent: this is the last page. */
      readonly next?: number;
    };
    readonly AuditRow: {
      /** @description Rises with every entry. */
      readonly n: number;
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
      readonly byName: string;
      readonly from: string;
      readonly via?: string;
      readonly act: string;
      readonly store?: string;
      /** @description `person:<id>` */
      readonly thing: string;
      readonly thingName?: string;
      readonly before?: {
        readonly [key: string]: unknown;
      };
      readonly after?: {
        readonly [key: string]: unknown;
      };
    };
    readonly ChangeRow: {
      readonly id: string;
      readonly at: string;
      readonly byName: string;
      /**
       * @description Single days, a copied week, a file of shifts, somebody's weekly shifts, entered leave, a whole roster.
       * @enum {string}
       */
      readonly kind: "days" | "copy" | "file" | "pattern" | "leave" | "roster";
      /** @description The first few of so many people, and the first and last day. */
      readonly names: readonly string[];
      readonly people: number;
      readonly from?: string;
      readonly until?: string;
      readonly takenBack?: {
        readonly at: string;
        readonly byName: string;
      };
      /** @description One's own for 24 hours; a whole roster for 30 days, by everybody who may replace it. */
      readonly mayTakeBack: boolean;
    };
    /** @description `POST /api/console/planning/copy` {from, to, version?} and `POST /api/console/planning/file?version=` (raw CSV): without `version` what would change, with it the same is done if the roster is still at that version (else 409). */
    readonly ChangesAnswer: {
      readonly version: number;
      readonly done: boolean;
      /** @description At most 200 of them. */
      readonly changes: readonly components["schemas"]["DayDifference"][];
      readonly count: number;
      readonly left: readonly {
        readonly name: string;
        readonly date: string;
        /** @enum {string} */
        readonly why: "leave" | "holiday" | "not-employed" | "not-yours";
      }[];
    };
    /** @description `GET /api/console/planning/changes` (supervisor, admin): the reader's newest changes, and whole rosters by anybody for who may replace one. `POST …/changes/:changeId/undo` {force?} → ChangesMade; 409 when something newer stands there (of a whole roster with `by` and `at` of the newest change; `force` puts it in place nevertheless). */
    readonly ChangesMade: {
      readonly items: readonly components["schemas"]["ChangeRow"][];
      /** @description The reader's newest change, while it may be taken back. */
      readonly last?: string;
    };
    readonly ChannelHealth: {
      readonly channel: string;
      /** @description This desk speaks it now. */
      readonly isSpoken: boolean;
      /** @description When a shopper last wrote there; absent: never. */
      readonly heardAt?: string;
      /** @description Messages to it that wait to be sent, … */
      readonly waiting: number;
      /** @description … since when the first of them; absent: none waits. */
      readonly waitingSince?: string;
      /** @description … of which nobody knows whether they arrived, … */
      readonly uncertain: number;
      /** @description … and that it refused in the last 24 hours. */
      readonly refused: number;
    };
    /** @description When a conversation ends by itself. */
    readonly ClosingSetting: {
      /** @description Of the shopper, while the bot has it. */
      readonly closeAfterSilenceMinutes: number;
    };
    readonly ClosingSettingPage: components["schemas"]["SettingPageClosingSetting"];
    /** @description `GET /api/console/conversations/:id` */
    readonly ConversationDetail: {
      /** @description Oldest first. */
      readonly messages: readonly components["schemas"]["ConversationMessage"][];
      readonly hasEarlier: boolean;
      readonly conversation: components["schemas"]["ConversationRow"];
      /** @description 为什么分给我: why it is with whom it is, newest first; empty while the bot has it. */
      readonly why: readonly components["schemas"]["Sentence"][];
      readonly fileLimits: components["schemas"]["FileLimits"];
      readonly previousId?: string;
      /** @description What the shopper named, the latest of each kind: order number, height, colour … */
      readonly slots: readonly components["schemas"]["NamedThing"][];
      /** @description What was asked of supervisor or merchant in it, oldest first. */
      readonly requests: readonly components["schemas"]["RequestRow"][];
      /** @description What the knowledge would answer to what the shopper asked last, while somebody has it and has not answered. */
      readonly suggestions?: components["schemas"]["SuggestedAnswers"];
      /** @description How far the shopper is with reading, where their channel tells. */
      readonly seen?: components["schemas"]["Seen"];
      /** @description The last time it was passed on, which whoever gets it reads first. */
      readonly transfer?: components["schemas"]["Transfer"];
    };
    readonly ConversationMessage: {
      readonly seq: number;
      readonly id: string;
      readonly author: {
        /** @enum {string} */
        readonly type: "shopper" | "bot" | "agent" | "system";
        readonly name?: string;
      };
      /** @description Telephone numbers and the ends of addresses are hidden. */
      readonly text: string;
      /**
       * @description Something in the text is hidden; `…/reveal` shows it.
       * @constant
       */
      readonly hidden?: true;
      readonly source?: {
        readonly articleId: string;
        readonly title: string;
        readonly phase: string;
      };
      readonly choices?: readonly {
        readonly id: string;
        readonly label: string;
      }[];
      readonly attachments?: readonly components["schemas"]["KeptFile"][];
      /** @description A remark for colleagues; the shopper never sees it. */
      readonly internal: boolean;
      /**
       * @description A remark that a supervisor made to the agent who has it.
       * @constant
       */
      readonly whisper?: true;
      readonly at: string;
      /** @description Only for platforms that do not read our ledger: queued, delivered, refused, uncertain, superseded. */
      readonly delivery?: string;
    };
    /** @description `GET /api/console/conversations?list=waiting|mine|open|closed&store=&cursor=` waiting: queued or offered (to me first); mine: assigned to me; open: all that are not closed, of my stores; closed: newest first. */
    readonly ConversationPage: {
      readonly items: readonly components["schemas"]["ConversationRow"][];
      readonly next?: string;
      /** @description How many there are in each list, for the tabs. */
      readonly counts: {
        readonly waiting: number;
        readonly mine: number;
        readonly open: number;
      };
    };
    readonly ConversationRow: {
      readonly id: string;
      readonly store: {
        readonly id: string;
        readonly name: string;
      };
      /** @description `name` is empty for a visitor who gave none; `number` (four hexadecimal digits) tells them apart, and stays theirs. */
      readonly shopper: {
        readonly name: string;
        readonly number: string;
        readonly verified: boolean;
      };
      readonly channel: string;
      /** @enum {string} */
      readonly status: "bot" | "queued" | "offered" | "assigned" | "closed";
      readonly epoch: number;
      readonly agent?: {
        readonly id: string;
        readonly name: string;
      };
      readonly skill?: string;
      /** @enum {string} */
      readonly urgency: "normal" | "high";
      /** @description How the shopper feels, when not calm, and what gave it away: `threat:12315`, `tone:什么破店`. */
      readonly feeling?: {
        /** @enum {string} */
        readonly level: "annoyed" | "angry";
        readonly because: string;
        readonly since: string;
      };
      readonly language: string;
      readonly lastText: string;
      /** @description ISO 8601. */
      readonly lastAt: string;
      readonly openedAt: string;
      /** @description Since when the shopper waits for a human, or for the agent's next answer. */
      readonly waitingSince?: string;
      /** @description By when somebody must have replied by the store's rule, and from when it is near; absent while nobody waits. */
      readonly clock?: {
        /** @enum {string} */
        readonly kind: "first" | "next";
        readonly warnAt: string;
        readonly dueAt: string;
        /** @description A wait of so long is slow; absent: 100. */
        readonly slowAfterSeconds?: number;
      };
      /** @description Since when the agent who has it is gone for the day: it goes to somebody else with the shopper's next words. */
      readonly agentLeftAt?: string;
    };
    readonly DayDifference: {
      readonly agentId: string;
      readonly name: string;
      readonly date: string;
      readonly before: readonly components["schemas"]["ShiftHours"][];
      readonly after: readonly components["schemas"]["ShiftHours"][];
    };
    readonly DayLevel: {
      readonly day: string;
      /** @description Hand-overs of this day that got an agent's first words within the limit. */
      readonly within: number;
      /** @description Those that got them too late, or ended or still wait without any. */
      readonly late: number;
      /** @description Still waiting within the limit. */
      readonly pending: number;
      /** @description within ÷ (within + late), 0..1; absent: nothing counts yet. */
      readonly share?: number;
      /** @description How often on this day an agent's next words came too late. */
      readonly nextLate: number;
    };
    readonly DaysAnswer: {
      readonly version: number;
    };
    /** @description `GET /api/console/webhooks/:id/deliveries?state=&page=`, the newest first, 50 a page; kept for 30 days. */
    readonly DeliveryPage: {
      readonly items: readonly components["schemas"]["DeliveryRow"][];
      readonly total: number;
    };
    /** @description `POST …/:id/test` → 202 DeliveryRow; `POST …/:id/deliveries/:deliveryId/again` → DeliveryRow, which waits again. */
    readonly DeliveryRow: {
      readonly id: string;
      /** @description Sent as `webhook-id`: the same at every try. */
      readonly eventId: string;
      /** @description A `WebhookKind`, or `test`. */
      readonly kind: string;
      readonly store?: string;
      /** @enum {string} */
      readonly state: "waiting" | "delivered" | "failed";
      readonly tries: number;
      readonly createdAt: string;
      readonly nextTryAt?: string;
      /** @description Of the last try. */
      readonly last?: {
        readonly at: string;
        readonly ms: number;
        readonly status?: number;
        /** @description How the answer began. */
        readonly answer?: string;
        /** @description Why there was no answer. */
        readonly fault?: components["schemas"]["Sentence"];
      };
      /** @description What is sent. */
      readonly payload: string;
    };
    readonly EarlierConversation: {
      readonly id: string;
      readonly store: {
        readonly id: string;
        readonly name: string;
      };
      /** @enum {string} */
      readonly status: "bot" | "queued" | "offered" | "assigned" | "closed";
      readonly openedAt: string;
      readonly agentName?: string;
      readonly rating?: number;
      /** @description The shopper's first words, with what is personal hidden. */
      readonly began: string;
    };
    /** @description `GET /api/console/conversations/:id/earlier?after=` (10 a page, newest first): what the same shopper talked about before it, in the stores of who asks. `after`: the id of the last one of the page before. */
    readonly EarlierPage: {
      readonly items: readonly components["schemas"]["EarlierConversation"][];
      readonly hasMore: boolean;
    };
    /** @description `GET /api/console/figures?store=&day=` (merchant, supervisor, admin): what happened in the conversations that opened on this day (`2026-10-01`, in the store's time zone; absent: today). What cannot be computed, because there is nothing, is absent. */
    readonly FiguresAnswer: {
      readonly store: {
        readonly id: string;
        readonly name: string;
        readonly timezone: string;
      };
      readonly day: string;
      readonly isToday: boolean;
      /** @description When these figures were true. */
      readonly now: string;
      readonly opened: number;
      /** @description Answered from the knowledge at least once, and no person was asked for (so far). `share` of those opened, 0..1. */
      readonly botAlone: {
        readonly count: number;
        readonly share?: number;
      };
      /** @description A person was asked for. */
      readonly handedOver: {
        readonly count: number;
        readonly share?: number;
      };
      /** @description Only today: who waits at this moment for somebody to take over, whenever their conversation opened. */
      readonly waiting?: {
        readonly count: number;
        readonly longestSeconds?: number;
      };
      /** @description Only today: who is with an agent at this moment, and who of them and of those who wait has waited beyond the limit. */
      readonly open?: {
        readonly withAgent: number;
        readonly overdue: number;
      };
      /** @description From the hand-over to a person's first reply, of those who got one. */
      readonly firstReply: {
        readonly count: number;
        readonly medianSeconds?: number;
      };
      /** @description Of the hand-overs of this day: an agent's first words within the store's limit, or too late; `share` of both, 0..1. */
      readonly serviceLevel: {
        readonly within: number;
        readonly late: number;
        /** @description Still waiting within the limit: in no share yet. */
        readonly pending: number;
        readonly share?: number;
        readonly limitSeconds: number;
        /**
         * @description Whether the limit runs all the time, or only while somebody who could take it is on shift.
         * @enum {string}
         */
        readonly limitHours: "working" | "always";
      };
      /** @description 1 to 5. */
      readonly ratings: {
        readonly count: number;
        readonly mean?: number;
      };
      /** @description One entry an hour: 24, or 23 or 25 when the clocks change. */
      readonly hours: readonly {
        readonly clock: string;
        readonly opened: number;
      }[];
    };
    /** @description What files an agent may send with a reply. */
    readonly FileLimits: {
      readonly bytes: number;
      /** @description By content, whatever the name says. */
      readonly types: readonly string[];
      readonly perReply: number;
    };
    /** @description 422 of a knowledge file. */
    readonly FileRefused: {
      readonly errors: readonly components["schemas"]["ImportError"][];
    };
    /** @description 422 of accepting what breaks more golden questions than it mends. */
    readonly GoldenBroken: {
      /** @constant */
      readonly because: "golden";
      readonly golden: components["schemas"]["GoldenReport"];
    };
    readonly GoldenChange: {
      readonly text: string;
      /** @description Ids of articles that would be right, or `handover`, or `none`. */
      readonly gold: readonly string[];
      readonly id: string;
      readonly before: components["schemas"]["GoldenEnd"];
      readonly after: components["schemas"]["GoldenEnd"];
    };
    readonly GoldenEnd: {
      /** @enum {string} */
      readonly outcome: "right" | "wrong" | "asked back" | "handed over" | "out-of-scope answered";
      /** @description What was answered with. */
      readonly article?: string;
    };
    /** @description `GET /api/console/stores/:storeId/golden` → GoldenPage (supervisor, admin). `PUT …/golden/:id` GoldenRequest → GoldenRow, made or changed. `DELETE …/golden/:id` → 204. `POST …/golden/run` {} → GoldenRun: how they end today. */
    readonly GoldenPage: {
      readonly items: readonly components["schemas"]["GoldenRow"][];
      /** @description A store keeps no more. */
      readonly most: number;
    };
    /** @description What a change does to the store's golden questions. Accepting answers 422 with it (`because: "golden"`), and changes nothing, when more of them would end worse than better. */
    readonly GoldenReport: {
      readonly total: number;
      readonly rightBefore: number;
      readonly rightAfter: number;
      readonly breaks: readonly components["schemas"]["GoldenChange"][];
      readonly mends: readonly components["schemas"]["GoldenChange"][];
    };
    readonly GoldenRow: {
      readonly text: string;
      /** @description Ids of articles that would be right, or `handover`, or `none`. */
      readonly gold: readonly string[];
      readonly id: string;
      readonly createdAt: string;
      readonly createdBy: string;
    };
    readonly GoldenRun: {
      readonly total: number;
      readonly right: number;
      readonly items: readonly {
        readonly end: components["schemas"]["GoldenEnd"];
        readonly text: string;
        /** @description Ids of articles that would be right, or `handover`, or `none`. */
        readonly gold: readonly string[];
        readonly id: string;
        readonly createdAt: string;
        readonly createdBy: string;
      }[];
    };
    /** @description `GET /api/console/stores/:storeId/guard` (supervisor: own stores, admin) → GuardAnswer. It is changed by `PUT …/settings/guard`. */
    readonly GuardAnswer: {
      /**
       * @description What becomes of the shipped words: nothing, a reason is asked for, or they are not sent.
       * @enum {string}
       */
      readonly shipped: "off" | "confirm" | "block";
      readonly confirm: readonly string[];
      readonly block: readonly string[];
      /** @description Words that are right in this store, though they are in another list. */
      readonly allow: readonly string[];
      /** @description Names of its goods; agents of other stores are asked before they say them. */
      readonly products: readonly string[];
      /** @description The words that every store is shipped with. */
      readonly words: readonly string[];
    };
    /** @description One thing that was found in a reply: `422` of `POST …/reply` has `findings`. */
    readonly GuardFinding: {
      /** @enum {string} */
      readonly kind: "other-store" | "other-article" | "other-product" | "forbidden" | "variable" | "compensation";
      readonly words: string;
      /**
       * @description `confirm`: sent again with `confirmed: {reason}` it goes out; `block`: never.
       * @enum {string}
       */
      readonly level: "confirm" | "block";
      /** @description Of `compensation`: the sum that is promised, and how much its writer may promise here, in fen; above that they ask first. */
      readonly sum?: {
        readonly fen?: number;
        readonly mayFen: number;
        readonly beforeFen: number;
      };
      /** @description It stands in this file's name. */
      readonly file?: string;
    };
    readonly GuardRequest: {
      /**
       * @description What becomes of the shipped words: nothing, a reason is asked for, or they are not sent.
       * @enum {string}
       */
      readonly shipped: "off" | "confirm" | "block";
      readonly confirm: readonly string[];
      readonly block: readonly string[];
      /** @description Words that are right in this store, though they are in another list. */
      readonly allow: readonly string[];
      /** @description Names of its goods; agents of other stores are asked before they say them. */
      readonly products: readonly string[];
    };
    readonly GuardSettingPage: components["schemas"]["SettingPageGuardSettingValue"];
    /** @description What agents may not say. */
    readonly GuardSettingValue: components["schemas"]["GuardRequest"];
    /** @description `GET /api/console/planning/holidays?year=2026` and `POST` {year, version}, which takes the proposal. */
    readonly HolidaysAnswer: {
      readonly version: number;
      readonly year: number;
      /** @description Whether that year's calendar is known. */
      readonly isKnown: boolean;
      readonly days: readonly {
        readonly date: string;
        readonly name: {
          readonly zh: string;
          readonly en: string;
        };
        /** @enum {string} */
        readonly type: "holiday" | "workday";
        readonly as?: string;
        readonly isThere: boolean;
      }[];
    };
    readonly ImportAnswer: {
      readonly created: number;
      readonly changed: number;
      readonly unchanged: number;
    };
    readonly ImportError: {
      /** @description 1 = the header. */
      readonly line: number;
      readonly column: string;
      readonly reason: {
        readonly zh: string;
        readonly en: string;
      };
    };
    /** @description `POST /api/console/stores/:storeId/articles/preview` (body: the file's bytes, text/csv or application/octet-stream, ≤ 10 MB) → 200 `POST /api/console/stores/:storeId/articles/import?digest=&why=` (same body; digest from the preview) → 200 ImportAnswer; 422 with the same `errors`; 409 when the file or the articles are not what the preview showed. `GET /api/console/stores/:storeId/articles/export` → text/csv; charset=utf-8 with BOM; active articles only. A file withdraws nothing by leaving it out; it brings back what it names. */
    readonly ImportPreview: {
      /** @description Of the file and of what it would change; an import with another one is refused: look again. */
      readonly digest: string;
      /** @enum {string} */
      readonly encoding: "utf-8" | "gb18030";
      readonly rows: number;
      readonly errors: readonly components["schemas"]["ImportError"][];
      readonly created: readonly components["schemas"]["ArticleChange"][];
      readonly changed: readonly components["schemas"]["ArticleChange"][];
      readonly unchanged: number;
    };
    readonly InvitationCreated: {
      readonly row: components["schemas"]["InvitationRow"];
      /** @description Works once and for 72 hours; shown this once. */
      readonly link: string;
    };
    /** @description `GET /api/console/invitations` (supervisor: own; admin: all): those that wait, the newest first. `DELETE …/:id` → 204 revokes one. */
    readonly InvitationList: {
      readonly items: readonly components["schemas"]["InvitationRow"][];
    };
    readonly InvitationRow: {
      readonly id: string;
      readonly email: string;
      readonly role: components["schemas"]["Role"];
      readonly agentId?: string;
      readonly stores: readonly string[];
      readonly createdAt: string;
      readonly createdByName: string;
      readonly expiresAt: string;
      readonly isExpired: boolean;
    };
    /** @description `POST /api/auth/invitation/look` {token} → InvitationShown; 404 when it was used, revoked or ran out. `POST /api/auth/invitation/accept` {token, name, password} → 200, signed in. */
    readonly InvitationShown: {
      readonly email: string;
      readonly role: components["schemas"]["Role"];
      readonly stores: readonly string[];
      readonly invitedBy: string;
      readonly expiresAt: string;
    };
    /** @description `POST /api/console/conversations/:id/files?name=` with the bytes as they are → 201, to be named in a reply. 413, 415: refused. */
    readonly KeptFile: {
      readonly id: string;
      readonly name: string;
      readonly type: string;
      readonly bytes: number;
    };
    /** @description `GET /api/console/stores/:storeId/learning` (supervisor, admin) → LearningAnswer: the newest run, by night or by somebody's wish. `POST …/learning` begins one and does not wait for its end; 409 with `reason` in both languages while one is under way. */
    readonly LearningAnswer: {
      /**
       * @description `stopped`: it ended without a word, its process is gone.
       * @enum {string}
       */
      readonly state: "never" | "running" | "done" | "failed" | "stopped";
      /** @description ISO 8601. */
      readonly startedAt?: string;
      readonly startedBy?: string;
      readonly finishedAt?: string;
      /** @description Looked at so far, or in the end. */
      readonly conversations: number;
      /** @description Questions that were not settled. */
      readonly questions: number;
      readonly proposed: number;
      /** @description Matters for which nothing was proposed, by why not, the most first. */
      readonly left: readonly {
        readonly because: components["schemas"]["LearningLeft"];
        readonly count: number;
      }[];
    };
    /** @enum {string} */
    readonly LearningLeft: "no-answer" | "too-few" | "decided-before" | "waits" | "covered" | "unusable" | "too-many";
    /** @enum {string} */
    readonly LeaveKind: "annual" | "sick" | "personal" | "other";
    readonly LeaveRow: {
      readonly id: string;
      readonly agentId: string;
      readonly name: string;
      readonly from: string;
      readonly until: string;
      readonly kind: components["schemas"]["LeaveKind"];
      readonly note: string;
      /** @enum {string} */
      readonly state: "asked" | "granted" | "refused" | "withdrawn";
    };
    /** @description `GET /api/console/levels/conversations?store=&day=&what=within|late|pending|next&at=` (supervisor, admin), 20 a page: what stands behind a number, the newest first; without a store: all of theirs. */
    readonly LevelConversations: {
      readonly items: readonly components["schemas"]["LevelRow"][];
      readonly total: number;
    };
    readonly LevelRow: {
      readonly conversation: components["schemas"]["ConversationRow"];
      /** @description Since when the shopper waited. */
      readonly since: string;
      /** @description When an agent replied; absent: not yet, or never. */
      readonly repliedAt?: string;
      /** @description Only of next replies: who had it then. */
      readonly agentName?: string;
    };
    /** @description `GET /api/console/levels?store=&until=` (supervisor, admin; without a store: all of theirs): the seven days up to this date (`2026-10-01`; absent: today), each store's days by its own clock. */
    readonly LevelsAnswer: {
      /** @description When all this was true. */
      readonly now: string;
      /** @description The oldest first. */
      readonly days: readonly string[];
      readonly stores: readonly components["schemas"]["StoreLevels"][];
      /** @description All of these stores together, one entry a day. */
      readonly all: readonly components["schemas"]["DayLevel"][];
    };
    /** @description `GET /api/console/links?text=&page=` (admin), 50 at a time. `DELETE …/links/:id` → 204. */
    readonly LinkPage: {
      readonly items: readonly components["schemas"]["LinkRow"][];
      readonly total: number;
    };
    /** @description Who somebody on a platform is: an agent, or a store's merchant. */
    readonly LinkRow: {
      readonly id: string;
      readonly channel: string;
      readonly person: string;
      /** @enum {string} */
      readonly as: "agent" | "merchant";
      /** @description Of the agent or the store. */
      readonly target: {
        readonly id: string;
        readonly name: string;
      };
      /** @description May approve what the merchant must decide. */
      readonly approver: boolean;
      readonly createdAt: string;
      readonly createdBy: string;
    };
    /** @description `GET /api/console/me`; 401 when nobody is signed in (`GET /api/auth/session` asks without that). Sign-in: `POST /api/auth/sign-in/email`, out: `/api/auth/sign-out`. */
    readonly Me: {
      readonly user: {
        readonly id: string;
        readonly name: string;
        readonly email: string;
        readonly role: components["schemas"]["Role"];
      };
      /** @description The agent this person works as; only they can claim. */
      readonly agent?: {
        readonly id: string;
        readonly name: string;
        readonly status: components["schemas"]["AgentStatus"];
        readonly onShift: boolean;
      };
      readonly stores: readonly components["schemas"]["StoreRow"][];
    };
    /** @description The newest 100 messages, or with `GET /api/console/conversations/:id/messages?before=<seq>` the 100 before that one. */
    readonly MessagePage: {
      /** @description Oldest first. */
      readonly messages: readonly components["schemas"]["ConversationMessage"][];
      readonly hasEarlier: boolean;
    };
    /** @description `GET /api/console/planning/mine` (who is linked with an agent): my next 14 days, leave and swaps, and who may swap with me. */
    readonly MineAnswer: {
      readonly timezone: string;
      readonly today: string;
      /** @description Yesterday's shift that goes on today. */
      readonly overnight?: components["schemas"]["ShiftHours"];
      readonly days: readonly components["schemas"]["PlannedDayRow"][];
      readonly leave: readonly components["schemas"]["LeaveRow"][];
      readonly swaps: readonly components["schemas"]["SwapRow"][];
      readonly colleagues: readonly {
        readonly id: string;
        readonly name: string;
      }[];
    };
    readonly NamedThing: {
      /** @description `order-number`, `tracking-number`, `phone`, `size`, `height`, …; `core/understanding.ts` lists them. */
      readonly kind: string;
      readonly value: string;
      /**
       * @description A part of it is hidden; `…/reveal` shows it.
       * @constant
       */
      readonly hidden?: true;
      readonly at: string;
    };
    /** @description A reply may say what its writer had `seen` (the number of the last line) → 409 with `newer` when a colleague or the bot said something after it; and `confirmed: {reason}`, without which 422 names the `findings` of the guard (src/guard/api.ts). */
    readonly NewerLine: {
      readonly seq: number;
      readonly by: string;
      /** @enum {string} */
      readonly author: "shopper" | "bot" | "agent" | "system";
      readonly text: string;
      readonly internal: boolean;
      readonly at: string;
    };
    /** @description `GET /api/console/wall/overdue?store=&which=now|today&at=` (supervisor, admin), 20 a page. now: who waits beyond the limit at this moment, the longest first. today: hand-overs that missed it, the newest first. */
    readonly OverduePage: {
      readonly items: readonly components["schemas"]["OverdueRow"][];
      readonly total: number;
    };
    readonly OverdueRow: {
      readonly conversation: components["schemas"]["ConversationRow"];
      /** @description Since when this wait ran. */
      readonly since: string;
      /** @description By when somebody must have replied. */
      readonly dueAt: string;
      /** @description When somebody replied; absent: nobody yet, or nobody ever. */
      readonly repliedAt?: string;
    };
    /** @description `GET /api/console/parked` (supervisor, admin); `POST /api/console/parked/:id/retry` → 204. */
    readonly ParkedList: {
      readonly items: readonly {
        readonly id: string;
        readonly store?: string;
        readonly event: string;
        readonly parkedAt: string;
        readonly attempts: number;
        readonly error: string;
      }[];
    };
    /** @description `GET /api/console/planning/patterns/:agentId` (supervisor, admin): somebody's weekly shifts. */
    readonly PatternAnswer: {
      readonly agentId: string;
      readonly name: string;
      /** @description Absent: the roster's. */
      readonly timezone?: string;
      readonly rosterTimezone: string;
      readonly shifts: readonly components["schemas"]["ShiftPatternRow"][];
      readonly mayChange: boolean;
      /** @description The roster that was read. */
      readonly version: number;
    };
    /**
     * @description Whose a phrase is: one person's, a store's, or the vendor's for all stores.
     * @enum {string}
     */
    readonly PhraseLayer: "personal" | "store" | "vendor";
    /** @description `GET /api/console/phrases?store=&layer=&query=&page=` (50 a page, from 1; without `store` those of all one's stores): one's own, then the stores', then the vendor's. `GET /api/console/phrases/usable?store=`: all that may be said in a store, at most 1,000. */
    readonly PhrasePage: {
      readonly items: readonly components["schemas"]["PhraseRow"][];
      readonly total: number;
    };
    readonly PhraseRow: {
      readonly id: string;
      readonly layer: components["schemas"]["PhraseLayer"];
      /** @description Of the store layer only. */
      readonly store?: string;
      /** @description Typed after `/`. */
      readonly shortcut: string;
      /** @description May hold {shopper}, {agent}, {store} and {order}. */
      readonly text: string;
      readonly mayEdit: boolean;
      readonly updatedAt: string;
      readonly updatedBy: string;
    };
    /** @description `GET /api/console/places?store=` (supervisor: own stores, admin); without `store` those of all one's stores. */
    readonly PlaceList: {
      readonly items: readonly components["schemas"]["PlaceRow"][];
      readonly widgets: readonly components["schemas"]["WidgetRow"][];
      /** @description The channels this desk speaks now; rooms of others are kept and not heard. */
      readonly spoken: readonly string[];
      /** @description The channels whose rooms can be bound. */
      readonly channels: readonly string[];
      /** @description How the channels of these stores do, each that has any traffic or rooms. */
      readonly health: readonly components["schemas"]["ChannelHealth"][];
      /** @description Events of these stores that were set aside after five failures. */
      readonly parked: number;
    };
    readonly PlaceRow: {
      readonly id: string;
      readonly store: string;
      readonly channel: string;
      readonly room: string;
      /** @enum {string} */
      readonly purpose: "shopper" | "desk" | "coordination";
      /** @enum {string} */
      readonly side?: "merchant" | "vendor";
      /** @description ISO 8601. */
      readonly since: string;
    };
    readonly PlannedAgent: {
      readonly id: string;
      readonly name: string;
      readonly employer: string;
      readonly skills: readonly string[];
      /** @description Where it is not the roster's. */
      readonly timezone?: string;
      /** @description Whether the reader may change this person's days: they see all stores the person serves. */
      readonly mayChange: boolean;
      readonly days: readonly components["schemas"]["PlannedDayRow"][];
    };
    readonly PlannedDayRow: {
      readonly date: string;
      /**
       * @description Whose word it is: the weekly pattern, a day planned singly, a holiday's duty, leave, or nobody's who is not employed.
       * @enum {string}
       */
      readonly source: "not-employed" | "leave" | "duty" | "planned" | "pattern";
      readonly shifts: readonly components["schemas"]["ShiftHours"][];
      /** @description Planned but not running; `conflicts` says why. */
      readonly idle: readonly components["schemas"]["ShiftHours"][];
      readonly conflicts: readonly ("overlap" | "on-leave" | "not-employed" | "holiday-without-duty")[];
    };
    /** @description `POST /api/console/conversations/:id/presence` {doing: looking | writing | gone}, every 12 s while it is open: who is there now, oneself included. Changes come through the stream as `event: presence` with PresenceChanged. */
    readonly PresenceAnswer: {
      readonly people: readonly {
        readonly userId: string;
        readonly name: string;
        /** @enum {string} */
        readonly doing: "looking" | "writing";
      }[];
    };
    /** @description RFC 9457. `field` names what is wrong, `remedy` what to do; both also stand in `detail`. */
    readonly Problem: {
      readonly type: string;
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      readonly field?: string;
      readonly remedy?: string;
      /** @description Seconds, on 429 and 503. */
      readonly retryAfter?: number;
      /** @description Why, in words for people; only from the console's API. */
      readonly reason?: {
        readonly zh: string;
        readonly en: string;
      };
    };
    /** @description 409 of a decision: the proposal as it is now, and whether it was decided meanwhile, or its article changed. */
    readonly ProposalMovedOn: {
      readonly proposal?: components["schemas"]["ProposalRow"];
      /** @enum {string} */
      readonly because?: "decided" | "moved-on";
    };
    /** @description `GET /api/console/proposals?store=&status=open|accepted|refused|withdrawn&page=` &whose=mine|others (20 a page): agents see their own, merchants also those of the stores for which they decide, supervisors and admins all of their stores; open ones first. */
    readonly ProposalPage: {
      readonly items: readonly components["schemas"]["ProposalRow"][];
      readonly total: number;
      /** @description How many are open, whatever status was asked for. */
      readonly open: number;
      /** @description How many open ones of others wait for somebody like me to decide. */
      readonly toDecide: number;
    };
    readonly ProposalRow: {
      readonly id: string;
      readonly store: {
        readonly id: string;
        readonly name: string;
        readonly timezone: string;
      };
      /** @enum {string} */
      readonly kind: "new-article" | "change-article" | "phrasings";
      readonly articleId: string;
      /** @description The whole article as it would be. */
      readonly after: components["schemas"]["ProposedWords"];
      /** @description As the proposer saw it; absent for a new one. */
      readonly before?: components["schemas"]["ProposedWords"];
      /** @description Only of an open one whose article is no longer what the proposer saw: how it is now. */
      readonly current?: {
        readonly version: number;
        /** @enum {string} */
        readonly status: "active" | "withdrawn";
        /** @enum {string} */
        readonly phase: "presale" | "insale" | "aftersale";
        readonly question: string;
        readonly alternatives: readonly string[];
        readonly answer: string;
        /** @description ISO 8601. */
        readonly validFrom?: string;
        readonly validUntil?: string;
      };
      /** @description Only of an open one: what the article would be linked to. */
      readonly links?: {
        /** @description Ids of the intents that people linked it to; none: to none on purpose. Absent: as suggested. */
        readonly topics?: readonly string[];
        /** @description In lists, where `topics` is absent. */
        readonly suggested?: readonly components["schemas"]["SuggestedLink"][];
      };
      readonly evidence: readonly {
        readonly conversationId?: string;
        readonly text: string;
      }[];
      /** @enum {string} */
      readonly origin: "merchant" | "agent" | "learned";
      readonly note: string;
      /** @enum {string} */
      readonly status: "open" | "accepted" | "refused" | "withdrawn";
      readonly createdAt: string;
      readonly createdBy: string;
      /** @description Made by the person who asks. */
      readonly isMine: boolean;
      /** @description I may accept or refuse it. */
      readonly mayDecide: boolean;
      readonly decided?: {
        readonly at: string;
        readonly by: string;
        readonly note?: string;
      };
      /** @description The version of the article that says what was accepted. */
      readonly articleVersion?: number;
    };
    /** @description What an article would say; its links stay as they are. Times as ISO 8601. */
    readonly ProposedWords: {
      /** @enum {string} */
      readonly phase: "presale" | "insale" | "aftersale";
      readonly question: string;
      readonly alternatives: readonly string[];
      readonly answer: string;
      /** @description ISO 8601. */
      readonly validFrom?: string;
      readonly validUntil?: string;
    };
    /** @description `GET /api/console/conversations/:id/reassign` (supervisor, admin): whom it could be given to, with how they stand. */
    readonly ReassignTargets: {
      readonly agents: readonly {
        readonly id: string;
        readonly name: string;
        readonly load: number;
        readonly capacity: number;
        readonly skills: readonly string[];
        /** @description Why they cannot take it now. */
        readonly obstacle?: components["schemas"]["Sentence"];
      }[];
    };
    /** @description How soon a person must have replied. */
    readonly RepliesSetting: {
      readonly firstReplySeconds: number;
      readonly nextReplySeconds: number;
      /** @description So long after a shopper wrote an agent is reminded. */
      readonly slowReplySeconds: number;
      /** @description 1..99, of the limit. */
      readonly warnAtPercent: number;
      /** @enum {string} */
      readonly hours: "working" | "always";
    };
    readonly RepliesSettingPage: components["schemas"]["SettingPageRepliesSetting"];
    /** @description 422 of a reply. */
    readonly ReplyHeldBack: {
      readonly findings: readonly components["schemas"]["GuardFinding"][];
    };
    /** @description 409 of a reply: the newest line that its writer had not seen. */
    readonly ReplyOvertaken: {
      readonly newer?: components["schemas"]["NewerLine"];
    };
    /** @description 409 of leave that is entered, and of a decision: what speaks against it. */
    readonly RequestAgainst: {
      readonly conflicts?: readonly components["schemas"]["RequestConflictRow"][];
    };
    readonly RequestAnswer: {
      /** @enum {string} */
      readonly outcome: "done" | "refused";
      readonly reason?: components["schemas"]["Sentence"];
      readonly request: components["schemas"]["RequestRow"];
    };
    readonly RequestConflictRow:
      | {
          /** @enum {string} */
          readonly type: "overlap" | "on-leave" | "not-employed" | "holiday-without-duty";
          readonly name: string;
          readonly date: string;
        }
      | {
          /** @constant */
          readonly type: "nobody-left";
          readonly skill: string;
          readonly date: string;
          readonly start: string;
          readonly end: string;
          readonly stores: readonly string[];
          /** @description Also of stores that the reader does not see. */
          readonly elsewhere: boolean;
        };
    readonly RequestDecisionRow: {
      readonly by: string;
      /** @enum {string} */
      readonly as: "supervisor" | "merchant";
      readonly at: string;
      /** @description What was granted, of a compensation. */
      readonly sumFen?: number;
      /** @description Why it was refused. */
      readonly reason?: string;
    };
    /** @description `GET /api/console/requests?store=&state=open|answered&page=` (20 a page; open: the oldest first, answered: the newest): agents see what they asked, supervisors and admins everything of their stores, merchants of their stores what is theirs to answer. */
    readonly RequestPage: {
      /** @description When this was true. */
      readonly now: string;
      readonly items: readonly components["schemas"]["RequestRow"][];
      readonly total: number;
      /** @description How many are open, whatever state was asked for, and how many of these should have been answered by now. */
      readonly open: number;
      readonly late: number;
    };
    readonly RequestRow: {
      readonly id: string;
      readonly store: {
        readonly id: string;
        readonly name: string;
        readonly timezone: string;
      };
      /** @description In which it was asked; absent for merchants, who see no conversations. */
      readonly conversationId?: string;
      /** @enum {string} */
      readonly kind: "compensation" | "other";
      /** @description With compensation: how much is asked for, in fen. */
      readonly sumFen?: number;
      /** @description The matter, in the agent's words; telephone numbers and the ends of addresses are hidden. */
      readonly words: string;
      readonly askedBy: string;
      /** @description ISO 8601. */
      readonly askedAt: string;
      /** @description By when an answer is due. */
      readonly dueAt: string;
      readonly deciders: readonly ("supervisor" | "merchant")[];
      /** @enum {string} */
      readonly state: "open" | "granted" | "refused" | "withdrawn" | "expired";
      readonly decision?: components["schemas"]["RequestDecisionRow"];
      /** @description It is mine to answer now. */
      readonly mayAnswer: boolean;
      /** @description I asked it, and nobody has answered yet. */
      readonly mayWithdraw: boolean;
    };
    /** @description `GET /api/console/planning/requests` (supervisor, admin): what waits for a decision, with what speaks against it. */
    readonly RequestsAnswer: {
      readonly leave: readonly {
        readonly mayDecide: boolean;
        readonly conflicts: readonly components["schemas"]["RequestConflictRow"][];
        readonly id: string;
        readonly agentId: string;
        readonly name: string;
        readonly from: string;
        readonly until: string;
        readonly kind: components["schemas"]["LeaveKind"];
        readonly note: string;
        /** @enum {string} */
        readonly state: "asked" | "granted" | "refused" | "withdrawn";
      }[];
      readonly swaps: readonly {
        readonly mayDecide: boolean;
        readonly conflicts: readonly components["schemas"]["RequestConflictRow"][];
        readonly id: string;
        readonly agentId: string;
        readonly name: string;
        readonly date: string;
        readonly withId: string;
        readonly withName: string;
        readonly withDate?: string;
        /** @description What would change hands: `09:00-13:00,14:00-18:00`, then a blank and the hours of the day in return. As agreed once it is. */
        readonly hours: string;
        readonly note: string;
        /** @enum {string} */
        readonly state: "asked" | "accepted" | "approved" | "refused" | "withdrawn";
      }[];
      /** @description The id of the leave that was entered just now: it is taken back by deciding no about it. */
      readonly entered?: string;
    };
    /** @description Who answers what agents ask (请示), and how soon. */
    readonly RequestsSetting: {
      /**
       * @description Whether the merchant decides about sums above `upToYuan`: the supervisor alone, both (whoever is first), or the merchant alone.
       * @enum {string}
       */
      readonly merchant: "never" | "may" | "must";
      /** @description Up to this sum the merchant need not be asked. */
      readonly upToYuan: number;
      readonly dueMinutes: number;
      /** @description What agents without a limit of their own may promise; absent: as much as they like. */
      readonly agentLimitYuan?: number;
    };
    readonly RequestsSettingPage: components["schemas"]["SettingPageRequestsSetting"];
    readonly RevealAnswer: {
      readonly text: string;
    };
    readonly RisingTopic: {
      readonly store: {
        readonly id: string;
        readonly name: string;
      };
      readonly articleId: string;
      readonly title: string;
      /** @description Conversations of today in which it was answered. */
      readonly today: number;
      /** @description The mean of the days before, in the same hours. */
      readonly before: number;
    };
    /** @enum {string} */
    readonly Role: "agent" | "supervisor" | "merchant" | "admin";
    /** @description `GET /api/console/roster` (supervisor, admin): who works when, and who is on shift now. */
    readonly RosterAnswer: {
      readonly timezone: string;
      /** @description Rises with each change; a file that shall replace exactly this roster is sent with it. */
      readonly version: number;
      /** @description ISO 8601: the server's idea of now. */
      readonly now: string;
      readonly agents: readonly {
        readonly id: string;
        readonly name: string;
        readonly employer: string;
        readonly skills: readonly string[];
        readonly languages: readonly string[];
        readonly capacity: number;
        readonly load: number;
        readonly status: components["schemas"]["AgentStatus"];
        readonly onShift: boolean;
        /** @description Ids of those they may serve, limited to those the reader may see. */
        readonly stores: readonly string[];
        readonly shifts: readonly {
          readonly days: readonly string[];
          readonly start: string;
          readonly end: string;
        }[];
      }[];
      readonly holidays: readonly string[];
    };
    /** @description 409 of a roster file: it is no longer the version that was seen. */
    readonly RosterMovedOn: {
      /** @description Whose change is the newest. */
      readonly by?: string;
      /** @description ISO; when that was. */
      readonly at?: string;
    };
    /** @description 422 of a roster file. */
    readonly RosterRefused: {
      readonly errors: readonly {
        /** @description `agents[0].shifts[1].start`; empty for the whole file. */
        readonly path: string;
        readonly reason: {
          readonly zh: string;
          readonly en: string;
        };
      }[];
    };
    /** @description How a vendor wants work given out, a part of the roster. What is absent changes nothing: with an empty policy everything goes by P1–P9. Skills, stores and employers are named as the roster names them. */
    readonly RoutingPolicy: {
      /** @description Skills whose work takes long: near a shift's end it goes to colleagues first. */
      readonly longWork?: readonly string[];
      /** @description How near; `SHIFT_ENDING_MINUTES` when absent. */
      readonly shiftEndingMinutes?: number;
      /** @description Skill → the level (1..5) that is asked first. */
      readonly preferredLevels?: {
        readonly [key: string]: number;
      };
      /** @description Of those good enough the lowest level comes first, so that experts stay free. */
      readonly spareExperts?: boolean;
      /** @description Skill → skills that are wanted beside it, until nobody free has them. */
      readonly secondarySkills?: {
        readonly [key: string]: readonly string[];
      };
      /** @description Store → the employer whose people are asked first. */
      readonly employerFirst?: {
        readonly [key: string]: string;
      };
      /** @description Wanted share of each employer, in whole numbers: `{vendor: 2, merchant: 1}`. */
      readonly employerShare?: {
        readonly [key: string]: number;
      };
      /** @description Step → seconds of waiting after which it is taken, while somebody at work would do for an earlier one; absent: at once. The supervisor's step has no such default: without a time what is not urgent never reaches them. */
      readonly waitSeconds?: {
        readonly "preferred-level"?: number;
        readonly "any-level"?: number;
        readonly "without-secondary-skills"?: number;
        readonly "other-employer"?: number;
        readonly "shift-ending"?: number;
        readonly supervisor?: number;
      };
      /** @description Phase → units that a conversation weighs; absent: one. */
      readonly weights?: {
        readonly presale?: number;
        readonly insale?: number;
        readonly aftersale?: number;
      };
      /** @description What is left of the weight once the shopper has been silent for so long; of several that apply the longest. */
      readonly silence?: readonly components["schemas"]["Silence"][];
      /** @description A priority rises by one each time so much was waited, at most by `most`. */
      readonly ageing?: {
        readonly everyMinutes: number;
        readonly most: number;
      };
      /** @description How long somebody who declined is not offered the same again; `EXCLUDED_MINUTES` when absent. */
      readonly excludedMinutes?: number;
    };
    /** @description How work is given out. */
    readonly RoutingSetting: components["schemas"]["RoutingPolicy"];
    readonly RoutingSettingPage: components["schemas"]["SettingPageRoutingSetting"];
    /** @description `GET /api/console/conversations/:id/rules`: what holds in its store at this moment. */
    readonly RulesInForce: {
      /** @description What is said for a time only (promotions, holiday notices), what ends first on top; at most 20. */
      readonly dated: readonly {
        readonly articleId: string;
        readonly title: string;
        readonly answer: string;
        readonly until?: string;
      }[];
      readonly replies: {
        readonly firstReplyMs: number;
        readonly nextReplyMs: number;
        /** @enum {string} */
        readonly hours: "working" | "always";
      };
      /** @description Words the store asks not to say; `shipped`: what becomes of those every store is shipped with. */
      readonly words: {
        /** @enum {string} */
        readonly shipped: "off" | "confirm" | "block";
        readonly confirm: readonly string[];
        readonly block: readonly string[];
      };
      /** @description Today in the store's time zone: `2026-10-01`. */
      readonly date: string;
      /**
       * @description Only holiday duty works.
       * @constant
       */
      readonly isHoliday?: true;
      /** @description 调休: today's shifts are those of this weekday. */
      readonly worksAs?: string;
    };
    readonly SaidWords: {
      readonly author: {
        /** @enum {string} */
        readonly type: "shopper" | "bot" | "agent" | "system";
        readonly name?: string;
      };
      /** @description Telephone numbers and the ends of addresses are hidden. */
      readonly text: string;
      /** @description A remark for colleagues; the shopper never sees it. */
      readonly internal: boolean;
    };
    /** @description `GET /api/console/search?query=&store=&page=` (50 a page, from 1): conversations of shoppers called so, or in which this was said, newest first; open and closed ones. */
    readonly SearchPage: {
      /** @description `lastText` is the newest line with what was looked for, where one has it. */
      readonly items: readonly components["schemas"]["ConversationRow"][];
      readonly hasMore: boolean;
    };
    /** @description `GET /api/auth/second-step`: whether I am asked for a code of my phone. */
    readonly SecondStepAnswer: {
      readonly isOn: boolean;
    };
    /** @description `POST …/second-step/begin` {password} → this, shown this once; on after `…/confirm` {code}; `…/off` {password} switches it off. */
    readonly SecondStepBegun: {
      /** @description `otpauth://…`, for an app that scans it. */
      readonly uri: string;
      /** @description Each works once, instead of a code. */
      readonly backupCodes: readonly string[];
    };
    /** @description Up to which line the shopper's page has everything, and up to which it stood before their eyes. */
    readonly Seen: {
      readonly got: number;
      readonly read: number;
    };
    readonly Sentence: {
      readonly code: string;
      readonly zh: string;
      readonly en: string;
    };
    /** @description Today's hand-overs by the store's limit for the first words of an agent. */
    readonly ServiceLevel: {
      readonly within: number;
      /** @description Answered too late, or closed or given back without a word, or still waiting beyond the limit. */
      readonly late: number;
      /** @description Still waiting within the limit: in no share yet. */
      readonly pending: number;
      /** @description within ÷ (within + late), 0..1. */
      readonly share?: number;
      /** @description What the share becomes when everybody who waits is answered in time. */
      readonly best?: number;
      /** @description The limits of the stores looked at, shortest first, each once. */
      readonly limits: readonly {
        readonly seconds: number;
        /** @enum {string} */
        readonly hours: "working" | "always";
      }[];
      /** @description Shares of the hours of today that had any, for the curve; hours as the desk's own clock shows them. */
      readonly hours: readonly {
        readonly clock: string;
        readonly within: number;
        readonly late: number;
      }[];
    };
    /** @description `GET /api/auth/session`: who is signed in in this browser; 200 also when nobody is. */
    readonly SessionAnswer: {
      readonly user: {
        readonly id: string;
        readonly name: string;
        readonly role: components["schemas"]["Role"];
      } | null;
    };
    /** @description `GET /api/console/me/sessions`: where I am signed in. `DELETE …/me/sessions/:id` → 204 ends one. */
    readonly SessionList: {
      readonly items: readonly components["schemas"]["SessionRow"][];
    };
    readonly SessionRow: {
      readonly id: string;
      readonly since: string;
      readonly lastSeenAt: string;
      readonly address?: string;
      /** @description What the browser says of itself. */
      readonly browser?: string;
      /** @description The one that asks. */
      readonly isThis: boolean;
    };
    readonly SettingChangeRowClosingSetting: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "file";
      readonly before: components["schemas"]["ClosingSetting"];
      readonly after: components["schemas"]["ClosingSetting"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    readonly SettingChangeRowGuardSettingValue: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "file";
      readonly before: components["schemas"]["GuardSettingValue"];
      readonly after: components["schemas"]["GuardSettingValue"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    readonly SettingChangeRowRepliesSetting: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "file";
      readonly before: components["schemas"]["RepliesSetting"];
      readonly after: components["schemas"]["RepliesSetting"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    readonly SettingChangeRowRequestsSetting: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "file";
      readonly before: components["schemas"]["RequestsSetting"];
      readonly after: components["schemas"]["RequestsSetting"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    readonly SettingChangeRowRoutingSetting: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "file";
      readonly before: components["schemas"]["RoutingSetting"];
      readonly after: components["schemas"]["RoutingSetting"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    readonly SettingChangeRowWaitsSetting: {
      readonly version: number;
      /** @enum {string} */
      readonly change: "set" | "restore" | "file";
      readonly before: components["schemas"]["WaitsSetting"];
      readonly after: components["schemas"]["WaitsSetting"];
      /** @description ISO 8601. */
      readonly at: string;
      readonly by: string;
    };
    /** @description Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved. Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it, admin). 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages. */
    readonly SettingPageClosingSetting: {
      /** @description As it holds now, defaults filled in; of `routing` only what is said. */
      readonly value: components["schemas"]["ClosingSetting"];
      readonly defaults: components["schemas"]["ClosingSetting"];
      /** @description Of the newest change; 0 before the first. */
      readonly version: number;
      /** @description The newest first, at most 50. */
      readonly history: readonly components["schemas"]["SettingChangeRowClosingSetting"][];
      readonly mayChange: boolean;
    };
    /** @description Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved. Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it, admin). 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages. */
    readonly SettingPageGuardSettingValue: {
      /** @description As it holds now, defaults filled in; of `routing` only what is said. */
      readonly value: components["schemas"]["GuardSettingValue"];
      readonly defaults: components["schemas"]["GuardSettingValue"];
      /** @description Of the newest change; 0 before the first. */
      readonly version: number;
      /** @description The newest first, at most 50. */
      readonly history: readonly components["schemas"]["SettingChangeRowGuardSettingValue"][];
      readonly mayChange: boolean;
    };
    /** @description Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved. Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it, admin). 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages. */
    readonly SettingPageRepliesSetting: {
      /** @description As it holds now, defaults filled in; of `routing` only what is said. */
      readonly value: components["schemas"]["RepliesSetting"];
      readonly defaults: components["schemas"]["RepliesSetting"];
      /** @description Of the newest change; 0 before the first. */
      readonly version: number;
      /** @description The newest first, at most 50. */
      readonly history: readonly components["schemas"]["SettingChangeRowRepliesSetting"][];
      readonly mayChange: boolean;
    };
    /** @description Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved. Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it, admin). 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages. */
    readonly SettingPageRequestsSetting: {
      /** @description As it holds now, defaults filled in; of `routing` only what is said. */
      readonly value: components["schemas"]["RequestsSetting"];
      readonly defaults: components["schemas"]["RequestsSetting"];
      /** @description Of the newest change; 0 before the first. */
      readonly version: number;
      /** @description The newest first, at most 50. */
      readonly history: readonly components["schemas"]["SettingChangeRowRequestsSetting"][];
      readonly mayChange: boolean;
    };
    /** @description Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved. Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it, admin). 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages. */
    readonly SettingPageRoutingSetting: {
      /** @description As it holds now, defaults filled in; of `routing` only what is said. */
      readonly value: components["schemas"]["RoutingSetting"];
      readonly defaults: components["schemas"]["RoutingSetting"];
      /** @description Of the newest change; 0 before the first. */
      readonly version: number;
      /** @description The newest first, at most 50. */
      readonly history: readonly components["schemas"]["SettingChangeRowRoutingSetting"][];
      readonly mayChange: boolean;
    };
    /** @description Of the whole desk: `GET /api/console/settings/routing` and `…/waits` (supervisor, admin) → SettingPage; `PUT` with a SettingRequest and `POST …/restore` with a RestoreRequest (only who sees every store; others 403) → SettingSaved. Of a store: the same under `/api/console/stores/:storeId/settings/replies`, `…/requests`, `…/closing` and `…/guard` (supervisor of it, admin). 409 when somebody changed it since the version that was seen; 400 names the field, with `reason` in both languages. */
    readonly SettingPageWaitsSetting: {
      /** @description As it holds now, defaults filled in; of `routing` only what is said. */
      readonly value: components["schemas"]["WaitsSetting"];
      readonly defaults: components["schemas"]["WaitsSetting"];
      /** @description Of the newest change; 0 before the first. */
      readonly version: number;
      /** @description The newest first, at most 50. */
      readonly history: readonly components["schemas"]["SettingChangeRowWaitsSetting"][];
      readonly mayChange: boolean;
    };
    readonly SettingSaved: {
      readonly version: number;
    };
    /** @description `HH:MM` on the wall of the agent's zone; an end at or before the start is the next day's. */
    readonly ShiftHours: {
      readonly start: string;
      readonly end: string;
    };
    readonly ShiftPatternRow: {
      readonly start: string;
      readonly end: string;
      /** @description On which it starts. */
      readonly days: readonly components["schemas"]["Weekday"][];
    };
    /** @description 422 of a file of shifts. */
    readonly ShiftsFileRefused: {
      readonly errors: readonly {
        readonly line: number;
        readonly column?: string;
        readonly reason: {
          readonly zh: string;
          readonly en: string;
        };
      }[];
    };
    /** @description What signing in and out and their steps answer: who is signed in now, that a second step is wanted (then nobody is signed in before `…/second-step/verify` {code}), or only that it was done. */
    readonly SignInOutcome:
      | {
          readonly user: {
            readonly id: string;
            readonly name: string;
            readonly email: string;
          };
        }
      | {
          /** @constant */
          readonly needsSecondStep: true;
        }
      | {
          /** @constant */
          readonly success: true;
        };
    readonly Silence: {
      readonly afterMinutes: number;
      /** @description 0..100, a whole number. */
      readonly percent: number;
    };
    /**
     * @description What the hand-over asks for. A roster may name further skills; the skill `any` matches every agent.
     * @enum {string}
     */
    readonly Skill: "presale" | "aftersale" | "refund" | "complaint" | "technical";
    readonly StoreLevels: {
      readonly id: string;
      readonly name: string;
      readonly timezone: string;
      readonly limits: {
        readonly firstSeconds: number;
        readonly nextSeconds: number;
        /** @enum {string} */
        readonly hours: "working" | "always";
      };
      /** @description As many as `days` of the answer. */
      readonly days: readonly components["schemas"]["DayLevel"][];
    };
    readonly StoreRow: {
      readonly id: string;
      readonly key: string;
      readonly name: string;
      readonly timezone: string;
      /**
       * @description I decide for the merchant about proposals for its knowledge.
       * @constant
       */
      readonly approves?: true;
    };
    readonly StoreToday: {
      readonly id: string;
      readonly name: string;
      /** @description Conversations that opened today, by the store's own clock. */
      readonly opened: number;
      /** @description Of these: answered from the knowledge at least once, and no person was asked for (so far). */
      readonly botAlone: number;
      /** @description Of these: a person was asked for. */
      readonly handedOver: number;
      /** @description At this moment: who waits for somebody to take over, … */
      readonly waiting: number;
      /** @description … who is with an agent, … */
      readonly withAgent: number;
      /** @description … and who of both waits for a reply beyond the limit. */
      readonly overdue: number;
      /** @description As of the day's figures. */
      readonly serviceLevel: {
        readonly within: number;
        readonly late: number;
        /** @description Still waiting within the limit: in no share yet. */
        readonly pending: number;
        readonly share?: number;
      };
    };
    /** @description `GET /api/console/figures/stores` (merchant, supervisor, admin): today so far and this moment, in each of one's stores. */
    readonly StoresToday: {
      readonly now: string;
      readonly stores: readonly components["schemas"]["StoreToday"][];
    };
    /** @description `GET /api/console/conversations/:id/story`: every event of a conversation with what was decided and why, with what routing decided about it (as `counterbell explain` prints it), and of other conversations nothing. */
    readonly Story: {
      /** @description Oldest first, at most the newest 500. */
      readonly steps: readonly components["schemas"]["StoryStep"][];
      readonly hasEarlier: boolean;
    };
    readonly StoryStep: {
      readonly incomingId: string;
      readonly at: string;
      /** @description `message-received`, `handover-routed`, …; `desk-looked`: routing looked again because of something elsewhere. */
      readonly event: string;
      readonly rule: string;
      /** @description What was said in this step, in order; long texts are cut. */
      readonly said: readonly components["schemas"]["SaidWords"][];
      readonly effects: readonly string[];
      readonly reasons: readonly components["schemas"]["Sentence"][];
      /** @description Who was considered, best first; empty where nobody had to be. */
      readonly candidates: readonly {
        readonly agent: {
          readonly id: string;
          readonly name: string;
        };
        /** @description `eligible`, or the first reason why not: `off-shift`, `not-ready`, `at-capacity`, `skill-missing`. */
        readonly standing: components["schemas"]["Sentence"];
        readonly chosen: boolean;
      }[];
      /** @description How many more there are who may not serve this store. */
      readonly others: number;
      /** @description How many more of this store's were considered: of many only those nearest to it are kept. */
      readonly leftOut: number;
    };
    /** @description Never sent by itself. A reply that came from one says `suggestion: {message, article}`, and is kept as accepted or, with other words, as edited; `POST /api/console/conversations/:id/suggestions` {message, article} → 204: it does not fit. */
    readonly SuggestedAnswers: {
      /** @description The shopper's message that they answer. */
      readonly message: string;
      /** @description Likeliest first, at most 3. */
      readonly items: readonly {
        readonly articleId: string;
        readonly title: string;
        readonly answer: string;
        readonly phase: string;
        /** @description 0..1 */
        readonly confidence: number;
      }[];
    };
    /** @description An intent that an article seems to be about, and how sure that is, 0..1. */
    readonly SuggestedLink: {
      readonly id: string;
      readonly confidence: number;
    };
    /** @description `POST /api/console/topics/suggest` {question, alternatives, answer}: likeliest first, at most 3. Nothing is stored. */
    readonly SuggestionAnswer: {
      readonly suggested: readonly components["schemas"]["SuggestedLink"][];
    };
    readonly SwapRow: {
      readonly id: string;
      readonly agentId: string;
      readonly name: string;
      readonly date: string;
      readonly withId: string;
      readonly withName: string;
      readonly withDate?: string;
      /** @description What would change hands: `09:00-13:00,14:00-18:00`, then a blank and the hours of the day in return. As agreed once it is. */
      readonly hours: string;
      readonly note: string;
      /** @enum {string} */
      readonly state: "asked" | "accepted" | "approved" | "refused" | "withdrawn";
    };
    readonly TokenCreated: {
      readonly row: components["schemas"]["TokenRow"];
      /** @description Shown this once. */
      readonly token: string;
    };
    /** @description `GET /api/console/tokens` (supervisor, merchant, admin): one's own; with `?of=all` (admin) everybody's. `DELETE …/tokens/:id` → 204. */
    readonly TokenList: {
      readonly items: readonly components["schemas"]["TokenRow"][];
    };
    /** @description An API token: sent as `Authorization: Bearer cbt_…` it acts with its person's rights at most. */
    readonly TokenRow: {
      readonly id: string;
      readonly name: string;
      readonly owner: {
        readonly id: string;
        readonly name: string;
      };
      /** @enum {string} */
      readonly scope: "read" | "write";
      /** @description Empty: all that its person sees. */
      readonly stores: readonly string[];
      readonly createdAt: string;
      readonly expiresAt: string;
      readonly lastUsedAt?: string;
    };
    /** @description `GET /api/console/topics`: what articles may be linked to, by phase. */
    readonly TopicList: {
      readonly items: readonly {
        readonly id: string;
        /** @enum {string} */
        readonly phase: "presale" | "insale" | "aftersale";
        readonly name: {
          readonly zh: string;
          readonly en: string;
        };
      }[];
    };
    /** @description `GET /api/console/wall/topics?store=` (supervisor, admin): what is asked clearly more often today than in the same hours of the seven days before, by the articles the bot answered with. */
    readonly TopicsAnswer: {
      readonly now: string;
      readonly rising: readonly components["schemas"]["RisingTopic"][];
      /** @description How many of the seven days before had any conversations in these hours; too few, and nothing is said to rise. */
      readonly comparedDays: number;
    };
    /** @description An agent passed the conversation on. */
    readonly Transfer: {
      readonly from: string;
      readonly to: {
        readonly zh: string;
        readonly en: string;
      };
      readonly reason: string;
      readonly summary: string;
      readonly at: string;
    };
    /** @description `GET /api/console/conversations/:id/transfer`, by who has it: those who can take it now first. */
    readonly TransferTargets: {
      readonly agents: readonly {
        readonly id: string;
        readonly name: string;
        readonly load: number;
        readonly capacity: number;
        readonly skills: readonly string[];
        /** @description Why they cannot take it now. */
        readonly obstacle?: components["schemas"]["Sentence"];
      }[];
      /** @description `ready`: how many could take it now. */
      readonly skills: readonly {
        readonly skill: components["schemas"]["Skill"];
        readonly ready: number;
      }[];
    };
    /** @description `POST /api/console/stores/:storeId/try` {text} (everybody who sees the store): what the bot would do with this as a first question, by what is saved. */
    readonly TryAnswer: {
      /** @enum {string} */
      readonly action: "answer" | "clarify" | "handover" | "smalltalk" | "decline";
      /** @description That the action is right, 0..1. */
      readonly confidence: number;
      readonly reasons: readonly {
        readonly code: string;
        readonly zh: string;
        readonly en: string;
      }[];
      /** @description What it would answer with, or ask back; what is nearest, where a person would take it. At most 3. */
      readonly candidates: readonly {
        readonly articleId: string;
        readonly title: string;
        readonly answer: string;
        readonly confidence: number;
      }[];
    };
    readonly UserCreated: {
      readonly user: components["schemas"]["UserRow"];
      readonly password: string;
    };
    /** @description `GET /api/console/users` (admin) */
    readonly UserList: {
      readonly items: readonly components["schemas"]["UserRow"][];
    };
    readonly UserRow: {
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly role: components["schemas"]["Role"];
      readonly agentId?: string;
      readonly stores: readonly string[];
      /** @description Of a merchant: the stores about whose knowledge they decide; absent: none. */
      readonly approves?: readonly string[];
      readonly disabled: boolean;
      /** @description A code of their phone is asked for at the sign-in. */
      readonly hasSecondStep: boolean;
    };
    /** @description How long the desk waits for its people. */
    readonly WaitsSetting: {
      readonly offerSeconds: number;
      readonly handOverBeforeMinutes: number;
      readonly graceMinutes: number;
      readonly presenceSeconds: number;
      /** @description So many offers in a row an agent lets pass, and they count as away. */
      readonly missedOffers: number;
    };
    readonly WaitsSettingPage: components["schemas"]["SettingPageWaitsSetting"];
    /** @description `GET /api/console/wall?store=` (supervisor, admin; without a store: all of theirs): how the desk stands at this moment, and today so far, each store's day in its own time zone. What cannot be computed, because there is nothing, is absent. */
    readonly WallAnswer: {
      /** @description When all this was true. */
      readonly now: string;
      readonly waiting: {
        readonly count: number;
        /** @description Who has waited longest for somebody to take it. */
        readonly longest?: {
          readonly conversationId: string;
          readonly since: string;
        };
      };
      readonly serviceLevel: components["schemas"]["ServiceLevel"];
      /** @description Whoever waits for a reply longer than the store allows, at this moment. */
      readonly overdue: number;
      readonly bot: {
        readonly opened: number;
        /** @description Answered from the knowledge at least once, and no person was asked for (so far). */
        readonly alone: number;
        readonly share?: number;
      };
      readonly agents: components["schemas"]["AgentsNow"];
      /** @description Proposals of merchants that nobody has decided about. */
      readonly proposals: number;
    };
    readonly WebhookCreated: {
      readonly row: components["schemas"]["WebhookRow"];
      /** @description `whsec_…`, by which what is sent is known to be ours; shown this once. */
      readonly secret: string;
    };
    /**
     * @description What a webhook can be told of.
     * @enum {string}
     */
    readonly WebhookKind:
      | "conversation.opened"
      | "conversation.answered"
      | "conversation.escalated"
      | "conversation.assigned"
      | "conversation.promised"
      | "conversation.replied"
      | "conversation.transferred"
      | "conversation.breached"
      | "conversation.rated"
      | "conversation.closed"
      | "request.asked"
      | "request.answered";
    /** @description `GET /api/console/webhooks` (admin). `DELETE …/:id` → 204. */
    readonly WebhookList: {
      readonly items: readonly components["schemas"]["WebhookRow"][];
      /** @description What there is to be told of. */
      readonly kinds: readonly components["schemas"]["WebhookKind"][];
    };
    /** @description What is sent: POST, `application/json`, signed as the Standard Webhooks say. */
    readonly WebhookMessage: {
      readonly type: components["schemas"]["WebhookKind"];
      /** @description When it happened. */
      readonly timestamp: string;
      readonly data: {
        readonly store: {
          readonly id: string;
        };
        readonly conversation: {
          readonly id: string;
          /**
           * @description As it is after what happened.
           * @enum {string}
           */
          readonly status: "bot" | "queued" | "offered" | "assigned" | "closed";
          readonly channel: string;
          /** @description Four hexadecimal digits that tell anonymous shoppers apart; nothing else of them is told. */
          readonly shopper: {
            readonly number: string;
          };
          readonly language: string;
          readonly openedAt: string;
          readonly agent?: {
            readonly id: string;
            readonly name: string;
          };
        };
        /** @description `answered`, `replied`: with telephone numbers and doors hidden. */
        readonly text?: string;
        /** @description `escalated`, `transferred`. */
        readonly skill?: string;
        /**
         * @description `escalated`.
         * @enum {string}
         */
        readonly urgency?: "normal" | "high";
        readonly priority?: number;
        /** @description `transferred`: who gave it up. */
        readonly from?: {
          readonly id: string;
          readonly name: string;
        };
        /** @description `promised`: when somebody will be there. */
        readonly until?: string;
        /**
         * @description `breached`: which reply came too late, and how long the shopper has waited by now.
         * @enum {string}
         */
        readonly reply?: "first" | "next";
        readonly waitedSeconds?: number;
        /** @description `rated`: 1 (bad) to 5 (good). */
        readonly score?: number;
        /** @description `request.asked`, `request.answered`: what an agent asks the supervisor or the merchant, with telephone numbers and doors hidden. */
        readonly request?: {
          readonly id: string;
          /** @enum {string} */
          readonly kind: "compensation" | "other";
          /** @description With compensation, in fen: how much is asked for, and how much was granted. */
          readonly sumFen?: number;
          readonly grantedFen?: number;
          readonly words: string;
          readonly askedBy: {
            readonly id: string;
            readonly name: string;
          };
          readonly deciders: readonly ("supervisor" | "merchant")[];
          readonly dueAt: string;
          /** @enum {string} */
          readonly state: "open" | "granted" | "refused";
          /** @description Who answered, and why they refused. */
          readonly answeredBy?: string;
          readonly reason?: string;
        };
      };
    };
    readonly WebhookRow: {
      readonly id: string;
      readonly url: string;
      /** @description Empty: all. */
      readonly stores: readonly string[];
      readonly kinds: readonly components["schemas"]["WebhookKind"][];
      readonly createdAt: string;
      readonly createdBy: string;
      /** @description Absent: it is on. */
      readonly off?: {
        readonly since: string;
        /** @enum {string} */
        readonly because: "person" | "failing" | "gone";
      };
      /** @description Since when no delivery has succeeded, and how many failed since. */
      readonly failing?: {
        readonly since: string;
        readonly failures: number;
      };
      /** @description The secret before the present one signs beside it until then. */
      readonly earlierSecret?: {
        readonly until: string;
      };
      /** @description Deliveries that wait for their first or another try. */
      readonly waiting: number;
    };
    /** @description `GET /api/console/planning/week?from=2026-11-23&store=&search=&page=` (supervisor, admin): seven days from `from` on. */
    readonly WeekAnswer: {
      readonly timezone: string;
      readonly now: string;
      /** @description Today in the roster's zone. */
      readonly today: string;
      readonly version: number;
      readonly days: readonly {
        readonly date: string;
        readonly weekday: string;
        readonly isHoliday: boolean;
        /** @description 调休: runs as this weekday. */
        readonly runsAs?: string;
      }[];
      readonly agents: readonly components["schemas"]["PlannedAgent"][];
      readonly total: number;
      readonly page: number;
      readonly pageSize: number;
      /** @description 168 hours of the roster's zone: how many are on shift at the weakest moment, and what usually comes in (28 days). */
      readonly hours: readonly {
        readonly staff: number;
        readonly opened: number;
        readonly handedOver: number;
      }[];
    };
    /** @enum {string} */
    readonly Weekday: "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";
    readonly WhoAnswer: {
      readonly at: string;
      /** @enum {string} */
      readonly outcome: "assign" | "overflow" | "queue" | "after-hours";
      readonly agent?: {
        readonly id: string;
        readonly name: string;
      };
      /** @description After hours: when the next one who can take it starts. */
      readonly next?: string;
      readonly flags: readonly string[];
      readonly why: {
        readonly zh: string;
        readonly en: string;
      };
      /** @description Those who serve the store, who may take it first, best first. */
      readonly candidates: readonly {
        readonly id: string;
        readonly name: string;
        readonly standing: components["schemas"]["Sentence"];
      }[];
      /** @description How many more there are who may not serve this store. */
      readonly others: number;
    };
    readonly WidgetChoice: {
      readonly id: string;
      readonly label: string;
    };
    /** @description `POST /api/widget/files` (multipart/form-data, one field `file`) → 201. `GET /api/widget/files/:id` gives the bytes. */
    readonly WidgetFileAnswer: {
      readonly id: string;
      readonly name: string;
      readonly type: string;
      readonly bytes: number;
    };
    /** @description One line of the talk. On the stream: `event: message`, `id: <seq>`. */
    readonly WidgetMessage: {
      /** @description Rises by at least 1 with each message of this visitor, also across conversations; the only cursor. */
      readonly seq: number;
      readonly id: string;
      /** @description For the visitor's own messages: the clientId it was sent with. */
      readonly clientId?: string;
      readonly conversationId: string;
      readonly author: {
        /** @enum {string} */
        readonly type: "shopper" | "bot" | "agent" | "system";
        readonly name?: string;
      };
      readonly text: string;
      readonly source?: {
        readonly title: string;
        /** @enum {string} */
        readonly phase: "presale" | "insale" | "aftersale";
      };
      readonly choices?: readonly components["schemas"]["WidgetChoice"][];
      readonly attachments?: readonly components["schemas"]["WidgetFileAnswer"][];
      readonly asksRating?: boolean;
      /** @description ISO 8601. */
      readonly at: string;
    };
    /**
     * @description What the widget and the server say to each other, as JSON. Types only: the browser code imports this file too.
     *
     *     Every request but `POST /sessions` carries `Authorization: Bearer <token>`. Errors are `application/problem+json`. Streams are read with `fetch`, not `EventSource`, so that the token never stands in an address.
     * @enum {string}
     */
    readonly WidgetPageLanguage: "zh-CN" | "zh-TW" | "en";
    /** @description `GET /api/widget/messages?since=&wait=` (seconds, 0..25) → at once when there is something after `since`. */
    readonly WidgetPollAnswer: {
      readonly messages: readonly components["schemas"]["WidgetMessage"][];
      readonly state: components["schemas"]["WidgetState"];
      /** @description Where to go on: the last seq, or `since` when there was nothing. */
      readonly next: number;
    };
    /** @description How a store's own pages get the web widget. */
    readonly WidgetRow: {
      readonly store: string;
      /** @description The tag, ready to be pasted. */
      readonly script: string;
      /** @description A page on which it can be tried. */
      readonly demo: string;
    };
    readonly WidgetSessionAnswer: {
      readonly token: string;
      readonly visitorId: string;
      /** @description ISO 8601. */
      readonly expiresAt: string;
      readonly store: {
        readonly key: string;
        readonly name: string;
        readonly timezone: string;
        readonly languages: readonly components["schemas"]["WidgetPageLanguage"][];
        readonly greeting: string;
        readonly quickChoices: readonly components["schemas"]["WidgetChoice"][];
      };
      readonly limits: {
        /** @description UTF-16 units. */
        readonly textLength: number;
        readonly fileBytes: number;
        readonly fileTypes: readonly string[];
      };
    };
    /** @description How the talk stands. On the stream: `event: state`, sent at the start and when it changes. */
    readonly WidgetState: {
      /**
       * @description `none`: nothing was said yet.
       * @enum {string}
       */
      readonly status: "none" | "bot" | "queued" | "offered" | "assigned" | "closed";
      readonly agentName?: string;
      /** @description Place in the queue, 1 = next. */
      readonly position?: number;
      /** @description Honest waiting band in whole minutes from the staff's measured rate; absent when too little is known. */
      readonly waitMinutes?: {
        readonly from: number;
        readonly to: number;
      };
      /** @description ISO 8601: when somebody will be there, if nobody is on shift. */
      readonly promisedAt?: string;
      readonly timezone: string;
      readonly rating?: number;
    };
    readonly WidgetStoredAnswer: {
      readonly clientId: string;
      /** @enum {string} */
      readonly state: "stored" | "duplicate";
    };
  };
  responses: {
    /** @description Something in the request is wrong: `field` and `remedy` say what. */
    readonly Refused400: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Nobody is signed in. */
    readonly Refused401: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description This person or token may not do it. */
    readonly Refused403: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description There is no such thing for this person. */
    readonly Refused404: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description The body came in too slowly. */
    readonly Refused408: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description It was changed meanwhile, or is taken. */
    readonly Refused409: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too large. */
    readonly Refused413: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not a type that is taken. */
    readonly Refused415: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too often; `retryAfter` says when again. */
    readonly Refused429: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Busy or away; `retryAfter` says when again. */
    readonly Refused503: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly postAuthChangePassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly currentPassword: string;
          readonly newPassword: string;
          readonly revokeOtherSessions?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthInvitationAccept: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly token: string;
          readonly name: string;
          readonly password: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthInvitationLook: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly token: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["InvitationShown"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getAuthSecondStep: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SecondStepAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthSecondStepBegin: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly password: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SecondStepBegun"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthSecondStepConfirm: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly code: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthSecondStepOff: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly password: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthSecondStepVerify: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly code: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getAuthSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SessionAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthSignInEmail: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly email: string;
          readonly password: string;
          readonly rememberMe?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postAuthSignOut: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SignInOutcome"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleAlerts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AlertList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleAlertsIdSeen: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": Record<string, never>;
      };
    };
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleAudit: {
    readonly parameters: {
      readonly query?: {
        readonly who?: string;
        readonly act?: string;
        readonly store?: string;
        readonly from?: string;
        readonly to?: string;
        readonly before?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AuditPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleAuditExport: {
    readonly parameters: {
      readonly query: {
        readonly who?: string;
        readonly act?: string;
        readonly store?: string;
        readonly from?: string;
        readonly to?: string;
        readonly format: "csv" | "jsonl";
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/csv": string;
          readonly "application/x-ndjson": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversations: {
    readonly parameters: {
      readonly query: {
        readonly list: "waiting" | "mine" | "open" | "closed";
        readonly store?: string;
        readonly cursor?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ConversationPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ConversationDetail"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdClaim: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdClose: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly epoch: number;
          readonly reason?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly getConsoleConversationsIdEarlier: {
    readonly parameters: {
      readonly query?: {
        readonly after?: string;
      };
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["EarlierPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdFiles: {
    readonly parameters: {
      readonly query: {
        readonly name: string;
      };
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/octet-stream": string;
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["KeptFile"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsIdFilesFileId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
        readonly fileId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/octet-stream": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsIdMessages: {
    readonly parameters: {
      readonly query: {
        readonly before: number;
      };
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["MessagePage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdPresence: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @enum {string} */
          readonly doing: "looking" | "writing" | "gone";
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PresenceAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsIdReassign: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ReassignTargets"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdReassign: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly to: string;
          readonly from?: string;
          readonly reason: string;
          readonly confirmed: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdRefuse: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly reason: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdRelease: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly epoch: number;
          readonly reason?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdReply: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly epoch: number;
          readonly text: string;
          readonly internal: boolean;
          /** @default [] */
          readonly attachments?: readonly string[];
          readonly suggestion?: {
            readonly message: string;
            readonly article: string;
          };
          readonly confirmed?: {
            readonly reason: string;
          };
          readonly seen?: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ReplyOvertaken"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Understood, and not done: more members say why. */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ReplyHeldBack"];
        };
      };
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdRequests: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          /** @enum {string} */
          readonly kind: "compensation" | "other";
          readonly sumFen?: number;
          readonly words: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdReveal: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly thing:
            | {
                readonly seq: number;
              }
            | {
                /** @constant */
                readonly slot: "phone";
              };
          readonly reason: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RevealAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsIdRules: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RulesInForce"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsIdStory: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Story"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdSuggestions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly message: string;
          readonly article: string;
        };
      };
    };
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleConversationsIdTransfer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TransferTargets"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdTransfer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly epoch: number;
          readonly to:
            | {
                /** @constant */
                readonly type: "agent";
                readonly id: string;
              }
            | {
                /** @constant */
                readonly type: "skill";
                /** @enum {string} */
                readonly skill: "presale" | "aftersale" | "refund" | "complaint" | "technical";
              }
            | {
                /** @constant */
                readonly type: "queue";
              };
          readonly reason: string;
          readonly summary: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleConversationsIdTyping: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": Record<string, never>;
      };
    };
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleConversationsIdWhisper: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly text: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ActAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly getConsoleEvents: {
    readonly parameters: {
      readonly query?: {
        readonly after?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/event-stream": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleFigures: {
    readonly parameters: {
      readonly query: {
        readonly store: string;
        readonly day?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["FiguresAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleFiguresStores: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["StoresToday"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleInvitations: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["InvitationList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleInvitations: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly email: string;
          /** @enum {string} */
          readonly role: "agent" | "supervisor" | "merchant" | "admin";
          readonly agentId?: string;
          readonly stores: readonly string[];
        };
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["InvitationCreated"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleInvitationsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleLevels: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
        readonly until?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LevelsAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleLevelsConversations: {
    readonly parameters: {
      readonly query: {
        readonly store?: string;
        readonly day: string;
        readonly what: "within" | "late" | "pending" | "next";
        readonly at?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LevelConversations"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleLinks: {
    readonly parameters: {
      readonly query?: {
        readonly text?: string;
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LinkPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleLinks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly person: string;
          readonly agentId?: string;
          readonly storeId?: string;
          readonly approver?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LinkRow"];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LinkRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleLinksId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleMe: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Me"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleMeSessions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SessionList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleMeSessionsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleMeSessionsEnd: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @enum {string} */
          readonly keep: "this" | "none";
        };
      };
    };
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleMeStatus: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @enum {string} */
          readonly status: "ready" | "break" | "away" | "offline";
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["Me"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleParked: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ParkedList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleParkedIdRetry: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePhrases: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
        readonly layer?: ("personal" | "store" | "vendor") | "";
        readonly query?: string;
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PhrasePage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePhrases: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly shortcut: string;
          readonly text: string;
          /** @enum {string} */
          readonly layer: "personal" | "store" | "vendor";
          readonly store?: string;
        };
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PhraseRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsolePhrasesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly shortcut: string;
          readonly text: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PhraseRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsolePhrasesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePhrasesUsable: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PhrasePage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlaces: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PlaceList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlaces: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly store: string;
          readonly channel: string;
          readonly room: string;
          /** @enum {string} */
          readonly purpose: "shopper" | "desk" | "coordination";
          /** @enum {string} */
          readonly side?: "merchant" | "vendor";
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PlaceRow"];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PlaceRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsolePlacesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningChanges: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ChangesMade"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningChangesChangeIdUndo: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly changeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly force?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ChangesMade"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["RosterMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningCopy: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly from: string;
          readonly to: string;
          readonly version?: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ChangesAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsolePlanningDays: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly changes: readonly {
            readonly agentId: string;
            readonly date: string;
            readonly shifts:
              | readonly {
                  readonly start: string;
                  readonly end: string;
                }[]
              | null;
            readonly seen: readonly {
              readonly start: string;
              readonly end: string;
            }[];
          }[];
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["DaysAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningFile: {
    readonly parameters: {
      readonly query: {
        readonly from: string;
        readonly days?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/csv": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningFile: {
    readonly parameters: {
      readonly query?: {
        readonly version?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "text/csv": string;
        readonly "application/octet-stream": string;
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ChangesAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Understood, and not done: more members say why. */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ShiftsFileRefused"];
        };
      };
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningHolidays: {
    readonly parameters: {
      readonly query: {
        readonly year: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["HolidaysAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningHolidays: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly year: number;
          readonly version: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["HolidaysAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningLeave: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly from: string;
          readonly until: string;
          /** @enum {string} */
          readonly kind: "annual" | "sick" | "personal" | "other";
          /** @default  */
          readonly note?: string;
          readonly agentId: string;
          readonly anyway?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestsAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["RequestAgainst"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningLeaveLeaveIdDecide: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly leaveId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @enum {string} */
          readonly decision: "yes" | "no";
          readonly anyway?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestsAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["RequestAgainst"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningMine: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["MineAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningMineLeave: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly from: string;
          readonly until: string;
          /** @enum {string} */
          readonly kind: "annual" | "sick" | "personal" | "other";
          /** @default  */
          readonly note?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["MineAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningMineLeaveLeaveIdWithdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly leaveId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["MineAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningMineSwaps: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly date: string;
          readonly withId: string;
          readonly withDate?: string;
          /** @default  */
          readonly note?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["MineAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningMineSwapsSwapIdAnswer: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly swapId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @enum {string} */
          readonly answer: "accepted" | "refused" | "withdrawn";
          readonly hours?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["MineAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningPatternsAgentId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly agentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PatternAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsolePlanningPatternsAgentId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly agentId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly timezone?: string;
          readonly shifts: readonly {
            readonly start: string;
            readonly end: string;
            readonly days: readonly ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun")[];
          }[];
          readonly version?: number;
          readonly seen?: {
            readonly timezone?: string;
            readonly shifts: readonly {
              readonly start: string;
              readonly end: string;
              readonly days: readonly ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun")[];
            }[];
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["PatternAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningRequests: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestsAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsolePlanningSwapsSwapIdDecide: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly swapId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @enum {string} */
          readonly decision: "yes" | "no";
          readonly anyway?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestsAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["RequestAgainst"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsolePlanningWeek: {
    readonly parameters: {
      readonly query?: {
        readonly from?: string;
        readonly store?: string;
        readonly search?: string;
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WeekAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleProposals: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
        readonly status?: "open" | "accepted" | "refused" | "withdrawn";
        readonly whose?: "mine" | "others";
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ProposalPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleRequests: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
        readonly state?: "open" | "answered";
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleRequestsIdDecide: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          /** @enum {string} */
          readonly answer: "grant" | "refuse";
          readonly sumFen?: number;
          readonly reason?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly postConsoleRequestsIdWithdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Busy or away; `retryAfter` says when again. */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ActSetAside"];
        };
      };
    };
  };
  readonly getConsoleRoster: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RosterAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleRoster: {
    readonly parameters: {
      readonly query?: {
        readonly version?: number;
        readonly force?: "true" | "false";
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @default Asia/Shanghai */
          readonly timezone?: string;
          readonly supervisor_on_call?: string | null;
          readonly agents: readonly {
            readonly id: string;
            readonly name?: string | null;
            readonly skills: readonly string[];
            /**
             * @default [
             *       "zh"
             *     ]
             */
            readonly languages?: readonly string[];
            /** @default [] */
            readonly shifts?: readonly {
              readonly days: readonly ("Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun")[];
              readonly start: string;
              readonly end: string;
            }[];
            /** @default 5 */
            readonly capacity?: number;
            readonly timezone?: string | null;
            readonly stores?: readonly string[] | null;
            /** @default vendor */
            readonly employer?: string;
            /** @default {} */
            readonly levels?: {
              readonly [key: string]: number;
            };
            readonly employed_from?: string | null;
            readonly employed_until?: string | null;
            readonly not_stores?: readonly string[] | null;
            readonly compensation_limit_fen?: number | null;
            readonly trainee?:
              | (
                  | {
                      /** @constant */
                      readonly stage: "shadow";
                    }
                  | {
                      /** @constant */
                      readonly stage: "supervised";
                      readonly daily_limit: number;
                    }
                )
              | null;
            readonly status?: ("ready" | "break" | "away" | "offline" | "online") | null;
            readonly load?: number | null;
          }[];
          /** @default [] */
          readonly holidays?: readonly string[];
          /** @default {} */
          readonly holiday_duty?: {
            readonly [key: string]: readonly {
              readonly agent: string;
              readonly start: string;
              readonly end: string;
            }[];
          };
          /** @default [] */
          readonly workdays?: readonly {
            readonly date: string;
            /** @enum {string} */
            readonly as: "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";
          }[];
          readonly days?:
            | readonly {
                readonly date: string;
                readonly agent: string;
                readonly shifts: readonly {
                  readonly start: string;
                  readonly end: string;
                }[];
              }[]
            | null;
          readonly leave?:
            | readonly {
                readonly agent: string;
                readonly from: string;
                readonly until: string;
                /**
                 * @default other
                 * @enum {string}
                 */
                readonly kind?: "annual" | "sick" | "personal" | "other";
              }[]
            | null;
          readonly routing?: {
            readonly long_work?: readonly string[];
            readonly shift_ending_minutes?: number;
            readonly preferred_levels?: {
              readonly [key: string]: number;
            };
            readonly spare_experts?: boolean;
            readonly secondary_skills?: {
              readonly [key: string]: readonly string[];
            };
            readonly employer_first?: {
              readonly [key: string]: string;
            };
            readonly employer_share?: {
              readonly [key: string]: number;
            };
            readonly wait_seconds?: {
              readonly [key: string]: number;
            };
            readonly weights?: {
              readonly [key: string]: number;
            };
            readonly silence?: readonly {
              readonly after_minutes: number;
              readonly percent: number;
            }[];
            readonly ageing?: {
              readonly every_minutes: number;
              readonly most: number;
            };
            readonly excluded_minutes?: number;
          } | null;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RosterAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["RosterMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Understood, and not done: more members say why. */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["RosterRefused"];
        };
      };
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleSearch: {
    readonly parameters: {
      readonly query: {
        readonly query: string;
        readonly store?: string;
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SearchPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleSettingsRouting: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RoutingSettingPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleSettingsRouting: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly value: {
            readonly longWork?: readonly string[];
            readonly shiftEndingMinutes?: number;
            readonly preferredLevels?: {
              readonly [key: string]: number;
            };
            readonly spareExperts?: boolean;
            readonly secondarySkills?: {
              readonly [key: string]: readonly string[];
            };
            readonly employerFirst?: {
              readonly [key: string]: string;
            };
            readonly employerShare?: {
              readonly [key: string]: number;
            };
            readonly waitSeconds?: {
              readonly [key: string]: number;
            };
            readonly weights?: {
              readonly [key: string]: number;
            };
            readonly silence?: readonly {
              readonly afterMinutes: number;
              readonly percent: number;
            }[];
            readonly ageing?: {
              readonly everyMinutes: number;
              readonly most: number;
            };
            readonly excludedMinutes?: number;
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleSettingsRoutingRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleSettingsWaits: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WaitsSettingPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleSettingsWaits: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly value: {
            readonly offerSeconds: number;
            readonly handOverBeforeMinutes: number;
            readonly graceMinutes: number;
            readonly presenceSeconds: number;
            readonly missedOffers: number;
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleSettingsWaitsRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdAnswering: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AnsweringPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdAnswering: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json":
          | {
              /** @enum {string} */
              readonly style: "cautious" | "balanced" | "bold";
              readonly version: number;
            }
          | {
              /** @constant */
              readonly style: "own";
              readonly answer: number;
              readonly askBack: number;
              readonly lead: number;
              readonly inScope: number;
              readonly version: number;
            };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AnsweringSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdAnsweringPreview: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json":
          | {
              /** @enum {string} */
              readonly style: "cautious" | "balanced" | "bold";
            }
          | {
              /** @constant */
              readonly style: "own";
              readonly answer: number;
              readonly askBack: number;
              readonly lead: number;
              readonly inScope: number;
            };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AnsweringPreview"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdAnsweringRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AnsweringSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdArticles: {
    readonly parameters: {
      readonly query?: {
        readonly query?: string;
        readonly phase?: "presale" | "insale" | "aftersale";
        readonly status?: "active" | "withdrawn";
        readonly links?: "set" | "suggested" | "none";
        readonly page?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ArticlePage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdArticlesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          /** @enum {string} */
          readonly phase: "presale" | "insale" | "aftersale";
          readonly question: string;
          readonly alternatives: readonly string[];
          readonly answer: string;
          readonly topics?: readonly string[];
          /** Format: date-time */
          readonly validFrom?: string;
          /** Format: date-time */
          readonly validUntil?: string;
          readonly why?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ArticleRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ArticleMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdArticlesIdHistory: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ArticleHistory"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdArticlesIdUndo: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly why?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ArticleRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ArticleMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdArticlesIdWithdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly why?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ArticleRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ArticleMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdArticlesExport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/csv": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdArticlesImport: {
    readonly parameters: {
      readonly query: {
        readonly digest: string;
        readonly why?: string;
      };
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "text/csv": string;
        readonly "application/octet-stream": string;
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ImportAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Understood, and not done: more members say why. */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["FileRefused"];
        };
      };
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdArticlesPreview: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "text/csv": string;
        readonly "application/octet-stream": string;
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ImportPreview"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdGolden: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["GoldenPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdGoldenId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly text: string;
          readonly gold: readonly string[];
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["GoldenRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleStoresStoreIdGoldenId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdGoldenRun: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["GoldenRun"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdGuard: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["GuardAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdLearning: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LearningAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdLearning: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["LearningAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdProposals: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json":
          | {
              readonly clientId: string;
              readonly note?: string;
              /** @constant */
              readonly kind: "new-article";
              readonly words: {
                /** @enum {string} */
                readonly phase: "presale" | "insale" | "aftersale";
                readonly question: string;
                readonly alternatives: readonly string[];
                readonly answer: string;
                /** Format: date-time */
                readonly validFrom?: string;
                /** Format: date-time */
                readonly validUntil?: string;
              };
            }
          | {
              readonly clientId: string;
              readonly note?: string;
              readonly articleId: string;
              readonly version: number;
              /** @constant */
              readonly kind: "change-article";
              readonly words: {
                /** @enum {string} */
                readonly phase: "presale" | "insale" | "aftersale";
                readonly question: string;
                readonly alternatives: readonly string[];
                readonly answer: string;
                /** Format: date-time */
                readonly validFrom?: string;
                /** Format: date-time */
                readonly validUntil?: string;
              };
            }
          | {
              readonly clientId: string;
              readonly note?: string;
              readonly articleId: string;
              readonly version: number;
              /** @constant */
              readonly kind: "phrasings";
              readonly phrasings: readonly string[];
            };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ProposalRow"];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ProposalRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ArticleMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdProposalsIdAccept: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly words?: {
            /** @enum {string} */
            readonly phase: "presale" | "insale" | "aftersale";
            readonly question: string;
            readonly alternatives: readonly string[];
            readonly answer: string;
            /** Format: date-time */
            readonly validFrom?: string;
            /** Format: date-time */
            readonly validUntil?: string;
          };
          readonly links?: {
            readonly topics?: readonly string[];
          };
          readonly note?: string;
          readonly over?: number;
          readonly articleId?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["AcceptAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ProposalMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      /** @description Understood, and not done: more members say why. */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["GoldenBroken"];
        };
      };
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdProposalsIdRefuse: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly note: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ProposalRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ProposalMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdProposalsIdWithdraw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ProposalRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      /** @description It was changed meanwhile, or is taken. */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/problem+json": components["schemas"]["Problem"] & components["schemas"]["ProposalMovedOn"];
        };
      };
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdSettingsClosing: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["ClosingSettingPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdSettingsClosing: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly value: {
            readonly closeAfterSilenceMinutes: number;
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdSettingsClosingRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdSettingsGuard: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["GuardSettingPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdSettingsGuard: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly value: {
            /**
             * @default confirm
             * @enum {string}
             */
            readonly shipped?: "off" | "confirm" | "block";
            /** @default [] */
            readonly confirm?: readonly string[];
            /** @default [] */
            readonly block?: readonly string[];
            /** @default [] */
            readonly allow?: readonly string[];
            /** @default [] */
            readonly products?: readonly string[];
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdSettingsGuardRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdSettingsReplies: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RepliesSettingPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdSettingsReplies: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly value: {
            readonly firstReplySeconds: number;
            readonly nextReplySeconds: number;
            readonly slowReplySeconds: number;
            readonly warnAtPercent: number;
            /** @enum {string} */
            readonly hours: "working" | "always";
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdSettingsRepliesRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleStoresStoreIdSettingsRequests: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["RequestsSettingPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleStoresStoreIdSettingsRequests: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly value: {
            /** @enum {string} */
            readonly merchant: "never" | "may" | "must";
            readonly upToYuan: number;
            readonly dueMinutes: number;
            readonly agentLimitYuan?: number;
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdSettingsRequestsRestore: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly version: number;
          readonly to: number;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SettingSaved"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleStoresStoreIdTry: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly storeId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly text: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TryAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleTokens: {
    readonly parameters: {
      readonly query?: {
        readonly of?: "own" | "all";
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleTokens: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly name: string;
          /** @enum {string} */
          readonly scope: "read" | "write";
          readonly stores: readonly string[];
          readonly days: number;
        };
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TokenCreated"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleTokensId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleTopics: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TopicList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleTopicsSuggest: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly question: string;
          readonly alternatives: readonly string[];
          readonly answer: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["SuggestionAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleUsers: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["UserList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleUsers: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly name: string;
          readonly email: string;
          /** @enum {string} */
          readonly role: "agent" | "supervisor" | "merchant" | "admin";
          readonly agentId?: string;
          readonly stores: readonly string[];
          readonly disabled?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["UserCreated"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleUsersId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly name: string;
          readonly email: string;
          /** @enum {string} */
          readonly role: "agent" | "supervisor" | "merchant" | "admin";
          readonly agentId?: string;
          readonly stores: readonly string[];
          readonly disabled?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["UserRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleUsersIdApprovals: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly stores: readonly string[];
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["UserRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleUsersIdPassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["UserCreated"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleUsersIdSecondStepOff: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleWall: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WallAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleWallOverdue: {
    readonly parameters: {
      readonly query: {
        readonly store?: string;
        readonly which: "now" | "today";
        readonly at?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["OverduePage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleWallTopics: {
    readonly parameters: {
      readonly query?: {
        readonly store?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["TopicsAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleWebhooks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WebhookList"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleWebhooks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly url: string;
          readonly stores: readonly string[];
          readonly kinds: readonly (
            | "conversation.opened"
            | "conversation.answered"
            | "conversation.escalated"
            | "conversation.assigned"
            | "conversation.promised"
            | "conversation.replied"
            | "conversation.transferred"
            | "conversation.breached"
            | "conversation.rated"
            | "conversation.closed"
            | "request.asked"
            | "request.answered"
          )[];
        };
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WebhookCreated"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly putConsoleWebhooksWebhookId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly url: string;
          readonly stores: readonly string[];
          readonly kinds: readonly (
            | "conversation.opened"
            | "conversation.answered"
            | "conversation.escalated"
            | "conversation.assigned"
            | "conversation.promised"
            | "conversation.replied"
            | "conversation.transferred"
            | "conversation.breached"
            | "conversation.rated"
            | "conversation.closed"
            | "request.asked"
            | "request.answered"
          )[];
          readonly isOn?: boolean;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WebhookRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleWebhooksWebhookId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getConsoleWebhooksWebhookIdDeliveries: {
    readonly parameters: {
      readonly query?: {
        readonly state?: "" | "waiting" | "delivered" | "failed";
        readonly page?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["DeliveryPage"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleWebhooksWebhookIdDeliveriesDeliveryIdAgain: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
        readonly deliveryId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["DeliveryRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly deleteConsoleWebhooksWebhookIdEarlierSecret: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WebhookRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleWebhooksWebhookIdSecret: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly overlapHours?: number;
        };
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WebhookCreated"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleWebhooksWebhookIdTest: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly webhookId: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["DeliveryRow"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postConsoleWho: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly store: string;
          readonly skill: string;
          readonly language: string;
          /** @enum {string} */
          readonly urgency: "normal" | "high";
          /** Format: date-time */
          readonly at?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WhoAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getWidgetEvents: {
    readonly parameters: {
      readonly query?: {
        readonly since?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "text/event-stream": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetFiles: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "multipart/form-data": string;
      };
    };
    readonly responses: {
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetFileAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getWidgetFilesId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/octet-stream": string;
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetHuman: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly getWidgetMessages: {
    readonly parameters: {
      readonly query?: {
        readonly since?: string;
        readonly wait?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetPollAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetMessages: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly text: string;
          readonly choice?: string;
          readonly attachments?: readonly string[];
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetRating: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly clientId: string;
          readonly score: number;
          readonly comment?: string;
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      /** @description Taken in. */
      readonly 202: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetStoredAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 409: components["responses"]["Refused409"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetSessions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          readonly store: string;
          /** @enum {string} */
          readonly language?: "zh-CN" | "zh-TW" | "en";
          readonly token?: string;
          readonly identity?: {
            readonly id: string;
            readonly name?: string;
            readonly hmac: string;
          };
        };
      };
    };
    readonly responses: {
      /** @description Done. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetSessionAnswer"];
        };
      };
      /** @description Made. */
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly "application/json": components["schemas"]["WidgetSessionAnswer"];
        };
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly postWidgetSigns: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": {
          /** @default false */
          readonly typing?: boolean;
          /** @default 0 */
          readonly got?: number;
          /** @default 0 */
          readonly read?: number;
        };
      };
    };
    readonly responses: {
      /** @description Done; nothing to tell. */
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly 400: components["responses"]["Refused400"];
      readonly 401: components["responses"]["Refused401"];
      readonly 403: components["responses"]["Refused403"];
      readonly 404: components["responses"]["Refused404"];
      readonly 408: components["responses"]["Refused408"];
      readonly 413: components["responses"]["Refused413"];
      readonly 415: components["responses"]["Refused415"];
      readonly 429: components["responses"]["Refused429"];
      readonly 503: components["responses"]["Refused503"];
    };
  };
  readonly webhook_conversation_opened: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_answered: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_escalated: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_assigned: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_promised: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_replied: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_transferred: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_breached: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_rated: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_conversation_closed: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_request_asked: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  readonly webhook_request_answered: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly "webhook-id": string;
        readonly "webhook-timestamp": string;
        readonly "webhook-signature": string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly "application/json": components["schemas"]["WebhookMessage"];
      };
    };
    readonly responses: {
      /** @description Any 2xx within 10 s; with anything else it is sent again. */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
