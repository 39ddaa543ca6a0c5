import fc from "fast-check";

// The same cases in every run, so that a red run means a change and can be repeated. Look for more with another seed.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) });
