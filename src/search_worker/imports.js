// What web/search-worker.js gives the program, so that the linker takes it for defined.
mergeInto(LibraryManager.library, {
    worker_stem: function () {},
});
