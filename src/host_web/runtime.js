// What the calls of browser.h need of Emscripten's runtime (make_calls.mjs makes the calls). Only plain functions are used,
// because the oldest supported Emscripten accepts no other form here.
mergeInto(LibraryManager.library, {
    // Gives the host the program's functions and memory.
    browser_connect: function () {
        Module['host'].connect({
            HEAPU8: function () { return HEAPU8; },
            call: function (name, values) { return Module['_reader_' + name].apply(null, values); },
            allocate: function (size) { return Module['_malloc'](size); },
            release: function (pointer) { Module['_free'](pointer); },
        });
    },
    $utf8Decoder: "new TextDecoder()",
    $readText: function (pointer, length) {
        return utf8Decoder.decode(HEAPU8.subarray(pointer, pointer + length));
    },
    $readText__deps: ['$utf8Decoder'],
});
