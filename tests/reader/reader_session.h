// A reader on a host without a screen, with the sample publication.
#pragma once

#include <string>
#include <utility>

#include "bundle/write/writer.h"
#include "host_null/null_host.h"
#include "reader/reader.h"
#include "sample_publication.h"

namespace broadsheet::reader {

inline constexpr const char* first_article = "/2026/11/12/story-12/";
inline constexpr const char* second_article = "/2026/11/11/story-11/";

struct Session {
    host_null::NullHost host;
    Reader reader{host};

    explicit Session(const model::Publication& publication = tests::sample_publication()) {
        for (const bundle::File& file : bundle::write_bundle(publication)) {
            host.files[file.name] = file.bytes;
        }
    }

    // Answers every request, and those that follow from the answers.
    void answer() {
        while (!host.requests.empty()) {
            const auto [number, name] = host.requests.front();
            host.requests.erase(host.requests.begin());
            const auto file = host.files.find(name);
            const bool found = file != host.files.end();
            reader.file_arrived(number, found ? Arrival::found : Arrival::missing,
                                found ? file->second : std::string());
        }
        while (std::exchange(host.step_requested, false)) reader.step();
        if (!host.requests.empty()) answer();
    }

    void start(const std::string& path, float width = 1280, float height = 800) {
        reader.start({}, {path, "", AddressChange::none, 0}, {width, width, height, 1});
        answer();
        reader.frame();
        show_pictures();
        reader.frame();
    }

    // Answers for every picture asked for so far.
    void show_pictures(bool usable = true) {
        for (; pictures_shown < host.pictures.size(); ++pictures_shown) {
            reader.picture_arrived(host.pictures[pictures_shown].first, usable);
        }
    }

    std::size_t pictures_shown = 0;

    void go(const std::string& path, AddressChange change = AddressChange::push, float scroll = 0) {
        reader.open({path, "", change, scroll});
        answer();
        reader.frame();
    }
};

}  // namespace broadsheet::reader
