// The files with which a browser keeps a site: the service worker, the list of the site's files,
// and the page that shows what is kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

inline constexpr std::string_view service_worker_name = "sw.js";

// True for sources of service workers among the reader's files. They are not published with it.
bool is_service_worker_source(std::string_view name);

// The service worker. `sizes` are the site's files in bytes: it keeps the reader, the style sheet
// and the fonts among them as soon as it is installed. `program` is the folder of the reader's
// files; empty: the built-in files. `other_editions` are the folders of language editions below
// this one ("es/"), whose pages it does not know. Empty if the source is missing.
std::string service_worker(const std::filesystem::path& program,
                           const std::map<std::string, std::uint64_t>& sizes,
                           const std::vector<std::string>& other_editions = {});
// A service worker that removes an earlier one, and all that it has kept.
std::string service_worker_removal(const std::filesystem::path& program);

// The list of the files that make up the whole site for the reader, with their sizes in bytes
// (FORMAT.md, "The list of files").
std::string offline_list(const model::Publication& publication,
                         const std::map<std::string, std::uint64_t>& sizes);

// The entry that becomes the page at addresses::offline_path. Browsers without a connection also
// show it at addresses that they have not kept.
model::Entry offline_entry(const model::Site& site);
// The element after that page with the words that web/offline-page.js shows, as HTML.
std::string offline_words(const model::Site& site);

}  // namespace broadsheet::press
