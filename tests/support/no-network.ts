import nock from "nock";

// Tests reach this machine only: anything else is a bug or a leak.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
