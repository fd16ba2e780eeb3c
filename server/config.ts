// Settings, from the environment only. Read once at boot: a wrong one stops the server with a sentence that names the
// variable, what it was given (never for a secret) and what it wants.
import path from "node:path";
import { z } from "zod";
import { isLoopback } from "./auth/cookie";
import { BootProblem } from "./boot-problem";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const onOff = z.enum(["0", "1"]).transform((value) => value === "1");

const urlOf = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));

const variables = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .refine((port) => port <= 65535)
      .default(3000),
    expected: "a port number from 0 to 65535",
  },
  HOST: {
    schema: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default("127.0.0.1"),
    expected: "an address or host name to listen on",
  },
  DATABASE_URL: {
    schema: urlOf("postgres:", "postgresql:").optional(),
    expected: "an address like postgres://user:password@host:5432/database",
    secret: true,
  },
  DATA_DIR: { schema: z.string().default(".data"), expected: "a folder" },
  DEMO_MODE: { schema: onOff.optional(), expected: '"1" for on or "0" for off' },
  SMTP_URL: {
    schema: urlOf("smtp:", "smtps:").optional(),
    expected: "an address like smtps://user:password@mail.example.org:465",
    secret: true,
  },
  MAIL_FROM: {
    schema: z
      .string()
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*@[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
      .optional(),
    expected: 'the sender of sign-in mail, like "Rank Room <rank-room@example.org>"',
  },
  PUBLIC_URL: {
    schema: urlOf("http:", "https:")
      .refine((value) => new URL(value).pathname === "/")
      .transform((value) => new URL(value).origin)
      .optional(),
    expected: "the address people open, without a path, like https://rank.example.org",
  },
  REDIS_URL: {
    schema: urlOf("redis:", "rediss:").optional(),
    expected: "an address like redis://host:6379",
    secret: true,
  },
  OIDC_ISSUER: {
    schema: z
      .string()
      .refine((value) => URL.canParse(value) && (value.startsWith("https:") || isLoopback(new URL(value).host)))
      .optional(),
    expected: "the issuer of an OpenID Connect provider, like https://login.example.org",
  },
  OIDC_CLIENT_ID: { schema: z.string().max(500).optional(), expected: "the name this program has at the provider" },
  OIDC_CLIENT_SECRET: {
    schema: z.string().max(2000).optional(),
    expected: "the secret this program has at the provider",
    secret: true,
  },
  OIDC_NAME: {
    schema: z
      .string()
      .max(40)
      .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)
      .default("single sign-on"),
    expected: 'what people call it, in at most 40 characters, like "Harbor login"',
  },
  OIDC_REQUIRED: { schema: onOff.default(false), expected: '"1" for on or "0" for off' },
  COMMANDS_PER_SECOND: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number)
      .default(30),
    expected: "a number from 1 to 999999",
  },
  METRICS_TOKEN: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{16,500}$/)
      .optional(),
    expected: "at least 16 letters, digits or signs without a space",
    secret: true,
  },
  LOG_LEVEL: { schema: z.enum(logLevels).default("info"), expected: `one of ${logLevels.join(", ")}` },
  TRUST_PROXY: {
    schema: z.string().regex(/^\d$/).transform(Number).default(0),
    expected: "the number of reverse proxies in front of the server, 0 to 9",
  },
} satisfies Record<string, { schema: z.ZodType; expected: string; secret?: boolean }>;

type VariableName = keyof typeof variables;
type Values = { [Name in VariableName]: z.infer<(typeof variables)[Name]["schema"]> };

export interface SsoConfig {
  issuer: string;
  clientId: string;
  /** Unset: a public client, which proves itself by PKCE alone. */
  clientSecret: string | undefined;
  /** As people call it. */
  name: string;
  /** For everybody here, whatever their program says. */
  isRequired: boolean;
}

export interface Config {
  port: number;
  host: string;
  /** Unset: the embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  /**
   * One-click sign-in as anybody. By itself only where nobody else can come: with the embedded database, on this machine. It
   * answers requests that were made on this machine, unless `isOpenToAll`.
   */
  isDemo: boolean;
  /** DEMO_MODE=1 where others can come: whoever reaches the server is let in, as anybody. */
  isOpenToAll: boolean;
  mail: { smtpUrl: string; from: string } | undefined;
  /** Our own origin, in links and for requests, whatever proxies pass on; unset: the host that was asked for. */
  publicUrl: string | undefined;
  redisUrl: string | undefined;
  sso: SsoConfig | undefined;
  /** What one socket may ask for, on average; a person with several has twice as much. */
  commandsPerSecond: number;
  /** What `/metrics` wants to be asked with; unset: it answers on this machine only. */
  metricsToken: string | undefined;
  logLevel: (typeof logLevels)[number];
  /** How many reverse proxies to believe about the client's address and protocol. */
  trustProxy: number;
  isProduction: boolean;
}

/** @throws BootProblem with one line for each variable that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const entries = Object.entries(variables).map(([name, variable]) => {
    // An empty string is how compose files and shells leave a variable unset.
    const given = env[name]?.trim() || undefined;
    const parsed = variable.schema.safeParse(given);
    if (!parsed.success) problems.push(problemOf(name, variable, given));
    return [name, parsed.data];
  });
  const values = Object.fromEntries(entries) as Values;
  if (values.SMTP_URL !== undefined && values.MAIL_FROM === undefined) {
    problems.push(`MAIL_FROM is not set, and SMTP_URL needs it: give ${variables.MAIL_FROM.expected}.`);
  }
  if (values.OIDC_ISSUER !== undefined && values.OIDC_CLIENT_ID === undefined) {
    problems.push(`OIDC_CLIENT_ID is not set, and OIDC_ISSUER needs it: give ${variables.OIDC_CLIENT_ID.expected}.`);
  }
  if (values.OIDC_REQUIRED && values.OIDC_ISSUER === undefined) {
    problems.push(`OIDC_ISSUER is not set, and OIDC_REQUIRED needs it: give ${variables.OIDC_ISSUER.expected}.`);
  }
  if (problems.length > 0) throw new BootProblem(problems.join("\n"));
  const isHere =
    isLoopback(values.HOST) && (values.PUBLIC_URL === undefined || isLoopback(new URL(values.PUBLIC_URL).host));
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataDir: path.resolve(values.DATA_DIR),
    isDemo: values.DEMO_MODE ?? (values.DATABASE_URL === undefined && isHere),
    isOpenToAll: values.DEMO_MODE === true && !isHere,
    mail: values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : undefined,
    publicUrl: values.PUBLIC_URL,
    redisUrl: values.REDIS_URL,
    sso: ssoOf(values),
    commandsPerSecond: values.COMMANDS_PER_SECOND,
    metricsToken: values.METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    trustProxy: values.TRUST_PROXY,
    isProduction: env.NODE_ENV === "production",
  };
}

function ssoOf(values: Values): SsoConfig | undefined {
  if (values.OIDC_ISSUER === undefined || values.OIDC_CLIENT_ID === undefined) return undefined;
  return {
    issuer: values.OIDC_ISSUER,
    clientId: values.OIDC_CLIENT_ID,
    clientSecret: values.OIDC_CLIENT_SECRET,
    name: values.OIDC_NAME,
    isRequired: values.OIDC_REQUIRED,
  };
}

function problemOf(name: string, variable: { expected: string; secret?: boolean }, given: string | undefined): string {
  const shown = variable.secret ? "a value of another form" : `"${(given ?? "").slice(0, 80)}"`;
  return `${name} is set to ${shown}; it should be ${variable.expected}.`;
}
