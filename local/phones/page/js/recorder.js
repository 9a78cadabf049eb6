/** A voice note from the microphone, where the browser has one. */

import { toast } from "./toast.js";

export class Recorder {
  constructor(done, changed) {
    [this.done, this.changed] = [done, changed];
    this.recorder = null;
  }

  get possible() {
    return "MediaRecorder" in window && Boolean(navigator.mediaDevices);
  }

  get running() {
    return this.recorder !== null;
  }

  async toggle() {
    if (this.running) return this.recorder.stop();
    try {
      this.start(await navigator.mediaDevices.getUserMedia({ audio: true }));
    } catch {
      toast("No microphone: attach the sample voice note instead.");
    }
  }

  start(stream) {
    const parts = [];
    this.recorder = new MediaRecorder(stream);
    this.recorder.ondataavailable = (event) => parts.push(event.data);
    this.recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      this.recorder = null;
      this.changed();
      this.done(new File(parts, "voice.webm", { type: parts[0]?.type }));
    };
    this.recorder.start();
    this.changed();
  }
}
