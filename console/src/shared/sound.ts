/** A short two-tone bell, made in the browser: nothing to download. Silent where the browser forbids sound before a click. */
export function ring(): void {
  const context = new AudioContext();
  if (context.state === "suspended") {
    void context.close();
    return;
  }
  const tones = [
    { hertz: 880, after: 0 },
    { hertz: 1174, after: 0.14 },
  ];
  for (const { hertz, after } of tones) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.12, context.currentTime + after);
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + after + 0.35);
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + after);
    tone.stop(context.currentTime + after + 0.4);
  }
  setTimeout(() => void context.close(), 1_000);
}
