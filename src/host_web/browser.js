// Hands the calls of browser.h to `Module.host` (web/host.js), with views into memory where C++ has
// pointers. A view is only valid until the call returns.
const calls = {
    browser_connect() {
        Module.host.connect({
            HEAPU8: () => HEAPU8,
            call: (name, ...values) => Module['_reader_' + name](...values),
            allocate: size => _malloc(size),
            release: pointer => _free(pointer),
        });
    },
    browser_font: (...values) => Module.host.font(...values),
    browser_measure(texts, length, fonts, widths, count) {
        Module.host.measure(text(texts, length), HEAPU16.subarray(fonts >> 1, (fonts >> 1) + count),
            HEAPF32.subarray(widths >> 2, (widths >> 2) + count));
    },
    browser_baseline: (font, lineHeight) => Module.host.baseline(font, lineHeight),
    browser_today: () => Module.host.today(),
    browser_fetch: (request, file, length) => Module.host.fetch(request, text(file, length)),
    browser_request_frame: () => Module.host.requestFrame(),
    browser_show_address: (path, pathLength, fragment, fragmentLength, change) =>
        Module.host.showAddress(text(path, pathLength), text(fragment, fragmentLength), change),
    browser_show_document: (title, titleLength, language, languageLength, rightToLeft) =>
        Module.host.showDocument(text(title, titleLength), text(language, languageLength), rightToLeft),
    browser_leave: (target, length) => Module.host.leave(text(target, length)),
    browser_show_loading: loading => Module.host.showLoading(loading),
    browser_page_changed: (title, length) => Module.host.pageChanged(text(title, length)),
    browser_scroll_to: y => Module.host.scrollTo(y),
    browser_scroll_to_fragment: (fragment, length) => Module.host.scrollToFragment(text(fragment, length)),
    browser_patch_mirror: (operations, length) => Module.host.patchMirror(text(operations, length)),
    browser_place_canvas: (top, height) => Module.host.placeCanvas(top, height),
    browser_resize_atlas: (width, height) => Module.host.resizeAtlas(width, height),
    browser_raster(texts, length, fonts, colors, positions, count, y, height) {
        Module.host.raster(text(texts, length), HEAPU16.subarray(fonts >> 1, (fonts >> 1) + count),
            HEAPU32.subarray(colors >> 2, (colors >> 2) + count),
            HEAPF32.subarray(positions >> 2, (positions >> 2) + 2 * count), y, height);
    },
    browser_load_picture: (id, target, length, width, height) =>
        Module.host.loadPicture(id, text(target, length), width, height),
    browser_drop_picture: id => Module.host.dropPicture(id),
    browser_present(vertices, vertexBytes, indices, indexBytes, commands, count, ground) {
        Module.host.present(HEAPU8.subarray(vertices, vertices + vertexBytes),
            HEAPU8.subarray(indices, indices + indexBytes),
            HEAPF32.subarray(commands >> 2, (commands >> 2) + 7 * count), ground);
    },
    browser_hand_over: () => Module.host.handOver(),
    $text__deps: ['$decoder'],
    $text: (pointer, length) => decoder.decode(HEAPU8.subarray(pointer, pointer + length)),
    $decoder: 'new TextDecoder()',
};
for (const name of Object.keys(calls)) {
    if (name.startsWith('browser_')) calls[name + '__deps'] = ['$text'];
}
calls.browser_connect__deps = ['malloc', 'free'];
mergeInto(LibraryManager.library, calls);
