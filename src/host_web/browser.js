// Forwards the calls of browser.h to `Module.host` (web/host.js). Pointers become views into memory, which are only
// valid until the call returns. Only plain functions are used, because the oldest supported Emscripten accepts no other
// form here.
var calls = {
    browser_connect: function () {
        Module['host'].connect({
            HEAPU8: function () { return HEAPU8; },
            call: function (name, values) { return Module['_reader_' + name].apply(null, values); },
            allocate: function (size) { return Module['_malloc'](size); },
            release: function (pointer) { Module['_free'](pointer); },
        });
    },
    browser_font: function (id, family, size, weight, italic, tracking, upper) {
        Module['host'].font(id, family, size, weight, italic, tracking, upper);
    },
    browser_measure: function (texts, length, fonts, widths, count) {
        Module['host'].measure(readText(texts, length),
            HEAPU16.subarray(fonts >> 1, (fonts >> 1) + count),
            HEAPF32.subarray(widths >> 2, (widths >> 2) + count));
    },
    browser_measure_formulas: function (formulas, length, sizes, count) {
        Module['host'].measureFormulas(readText(formulas, length),
            HEAPF32.subarray(sizes >> 2, (sizes >> 2) + 3 * count));
    },
    browser_word_ends: function (text, length, ends) {
        return Module['host'].wordEnds(readText(text, length), HEAPU32.subarray(ends >> 2, (ends >> 2) + length));
    },
    browser_baseline: function (font, lineHeight) {
        return Module['host'].baseline(font, lineHeight);
    },
    browser_today: function () { return Module['host'].today(); },
    browser_fetch: function (request, file, length) {
        Module['host'].fetch(request, readText(file, length));
    },
    browser_request_frame: function () { Module['host'].requestFrame(); },
    browser_request_step: function (whenIdle) { Module['host'].requestStep(whenIdle); },
    browser_show_address: function (path, pathLength, fragment, fragmentLength, change) {
        Module['host'].showAddress(readText(path, pathLength), readText(fragment, fragmentLength),
            change);
    },
    browser_show_document: function (title, titleLength, language, languageLength, rightToLeft, head, headLength) {
        Module['host'].showDocument(readText(title, titleLength),
            readText(language, languageLength), rightToLeft, readText(head, headLength));
    },
    browser_leave: function (target, length) { Module['host'].leave(readText(target, length)); },
    browser_give_up: function (reason, length) { Module['host'].giveUp(readText(reason, length)); },
    browser_keep_settings: function (settings, length) {
        Module['host'].keepSettings(readText(settings, length));
    },
    browser_mark_section: function (fragment, length) {
        Module['host'].markSection(readText(fragment, length));
    },
    browser_set_phrases: function (words, length) {
        Module['host'].setPhrases(readText(words, length));
    },
    browser_show_loading: function (loading) { Module['host'].showLoading(loading); },
    browser_page_changed: function (title, length) {
        Module['host'].pageChanged(readText(title, length));
    },
    browser_scroll_to: function (y) { Module['host'].scrollTo(y); },
    browser_scroll_to_fragment: function (fragment, length) {
        Module['host'].scrollToFragment(readText(fragment, length));
    },
    browser_search: function (folder, folderLength, request, requestLength) {
        Module['host'].searchFor(readText(folder, folderLength), readText(request, requestLength));
    },
    browser_patch_text_layer: function (operations, length) {
        Module['host'].patchTextLayer(readText(operations, length));
    },
    browser_place_canvas: function (left, top, width, height, ratio) {
        Module['host'].placeCanvas(left, top, width, height, ratio);
    },
    browser_resize_atlas: function (width, height) { Module['host'].resizeAtlas(width, height); },
    browser_raster: function (texts, length, fonts, colors, positions, count, y, height) {
        Module['host'].raster(readText(texts, length),
            HEAPU16.subarray(fonts >> 1, (fonts >> 1) + count),
            HEAPU32.subarray(colors >> 2, (colors >> 2) + count),
            HEAPF32.subarray(positions >> 2, (positions >> 2) + 2 * count), y, height);
    },
    browser_load_picture: function (id, target, length, width, height) {
        Module['host'].loadPicture(id, readText(target, length), width, height);
    },
    browser_drop_picture: function (id) { Module['host'].dropPicture(id); },
    browser_reduces_motion: function () { return Module['host'].reducesMotion(); },
    browser_present: function (vertices, vertexBytes, indices, indexBytes, commands, count, ground) {
        Module['host'].present(HEAPU8.subarray(vertices, vertices + vertexBytes),
            HEAPU8.subarray(indices, indices + indexBytes),
            HEAPF32.subarray(commands >> 2, (commands >> 2) + 7 * count), ground);
    },
    browser_hand_over: function () { Module['host'].handOver(); },
    $utf8Decoder: "new TextDecoder()",
    $readText: function (pointer, length) {
        return utf8Decoder.decode(HEAPU8.subarray(pointer, pointer + length));
    },
    $readText__deps: ['$utf8Decoder'],
};
for (var name of Object.keys(calls)) {
    if (name.startsWith('browser_')) calls[name + '__deps'] = ['$readText'];
}
mergeInto(LibraryManager.library, calls);
