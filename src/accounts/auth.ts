import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Config } from "../infra/config.ts";
import type { Database } from "../infra/database.ts";
import type { Log } from "../infra/log.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./passwords.ts";

export type Auth = ReturnType<typeof createAuth>;

interface AuthParts {
  readonly db: Database;
  readonly config: Pick<Config, "baseUrl">;
  readonly log: Log;
  readonly secret: string;
  readonly hashing?: PasswordHashing | undefined;
}

/** How passwords are kept. The library's own (scrypt, about 0.1 s each) holds wherever people sign in. */
export interface PasswordHashing {
  hash(password: string): Promise<string>;
  verify(tried: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

/** Carries the address that express believes the request came from; what a client sends under this name is overwritten. */
export const ADDRESS_HEADER = "x-counterbell-address";
export const DISABLED_CODE = "ACCOUNT_DISABLED";

const COMPLAINT = "sign-in library complained";
const DAY_S = 86_400;

/** The sign-in library as we use it: e-mail and password, sessions in the database, nothing open to the public. */
export function createAuth({ db, config, log, secret, hashing }: AuthParts) {
  const base = new URL(config.baseUrl);
  return betterAuth({
    appName: "Counterbell",
    baseURL: base.origin,
    basePath: "/api/auth",
    secret,
    database: prismaAdapter(db.prisma, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      // People are made by admins or at the first start.
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      ...(hashing === undefined ? {} : { password: hashing }),
    },
    session: { expiresIn: 7 * DAY_S, updateAge: DAY_S },
    trustedOrigins: (request) => [...trustedOrigins(base, request?.headers.get("host") ?? undefined)],
    advanced: {
      cookiePrefix: "counterbell",
      useSecureCookies: base.protocol === "https:",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // The library switches these checks off where it believes to be under test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    // A code of one's phone beside the password; its tries are counted in routes/second-step.ts too, where they cannot be raced.
    plugins: [twoFactor({ issuer: "Counterbell" })],
    // Tries are counted before the library is asked (store/tries.ts), also across processes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // At its other levels the library also writes to the console by itself.
    logger: { level: "info", log: (level, message) => void (level === "error" && log.warn({ said: message }, COMPLAINT)) },
    databaseHooks: { session: { create: { before: (session) => refuseDisabled(db, session.userId) } } },
  });
}

/** Whose pages may sign in: ours. Whoever works on the machine itself reaches it by names that BASE_URL does not have to know. */
export function trustedOrigins(base: URL, host: string | undefined): readonly string[] {
  return [base.origin, ...(host === undefined ? [] : loopbackOrigin(host))];
}

function loopbackOrigin(host: string): readonly string[] {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host) ? [`http://${host}`] : [];
}

// Told only to those who know the password.
async function refuseDisabled(db: Database, userId: string): Promise<undefined> {
  const user = await db.prisma.user.findUnique({ where: { id: userId }, select: { disabled: true } });
  if (user?.disabled === false) return undefined;
  throw new APIError("FORBIDDEN", { code: DISABLED_CODE, message: "This account is switched off." });
}
