// The languages that the device can read aloud.
globalThis.speechSynthesis?.getVoices(); // the list of voices arrives later

// The codes of the languages, separated by spaces.
export const voices = () => [...new Set((globalThis.speechSynthesis?.getVoices() ?? [])
    .map(voice => voice.lang.split(/[-_]/)[0].toLowerCase()))].join(' ');
