// The recording of an article, as its front matter says: `audio: talk.mp3`, Hugo's list of such
// files, or a table with `src`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/members.h"
#include "press/articles/field_reader.h"

namespace broadsheet::press {

// The recording that an article is about: an episode of a podcast.
struct EpisodeField {
    std::string file;        // as written
    std::string transcript;  // WebVTT, SRT, HTML or text; may be empty
    std::string chapters;    // JSON chapters of Podcasting 2.0; may be empty
    // What the file itself says if it is of the site. 0: not known.
    int seconds = 0;
    std::uint64_t bytes = 0;
    int season = 0;  // 0: not said; likewise the number
    int number = 0;
    std::optional<bool> is_explicit;  // nothing: as the podcast

    bool operator==(const EpisodeField&) const = default;
};

std::optional<EpisodeField> read_episode(FieldReader& reader);

template <model::Either<EpisodeField> Type, typename Visit>
void members(Type& episode_field, Visit&& visit) {
    auto& [file, transcript, chapters, seconds, bytes, season, number, is_explicit] = episode_field;
    visit(file, transcript, chapters, seconds, bytes, season, number, is_explicit);
}

}  // namespace broadsheet::press
