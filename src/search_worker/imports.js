// Declares the functions that web/search-worker.js provides, so that the linker treats them as defined.
mergeInto(LibraryManager.library, {
    worker_stem: function () {},
});
