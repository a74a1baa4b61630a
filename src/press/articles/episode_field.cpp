#include "press/articles/episode_field.h"

#include <charconv>
#include <cmath>
#include <string_view>

#include "press/media/recording.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// "12:30", "1:02:30" or a number of seconds. Nothing for anything else.
std::optional<int> read_duration(std::string_view text) {
    constexpr int longest = 7 * 24 * 3600;
    int seconds = 0;
    for (int parts = 0; parts < 3; ++parts) {
        int part = 0;
        const char* const end = text.data() + text.size();
        const auto [after, error] = std::from_chars(text.data(), end, part);
        if (error != std::errc() || part < 0 || part > longest) return std::nullopt;
        seconds = seconds * 60 + part;
        if (seconds > longest) return std::nullopt;
        if (after == end) return seconds;
        if (*after != ':') return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(after - text.data()) + 1);
    }
    return std::nullopt;
}

// What an author says about a recording that is not a file of the site.
void read_measures(FieldReader& reader, const Value* duration, const Value* length,
                   EpisodeField& episode) {
    if (duration != nullptr && duration->is_scalar() && !duration->text.empty()) {
        const auto seconds = read_duration(trimmed_text(duration->text));
        if (!seconds) {
            reader.wrong_kind(*duration, "a duration such as 12:30 or 1:02:30");
        } else {
            episode.seconds = *seconds;
        }
    }
    if (length == nullptr || !length->is_scalar() || length->text.empty()) return;
    const std::string text = trimmed_text(length->text);
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), episode.bytes);
    if (error == std::errc() && end == text.data() + text.size()) return;
    episode.bytes = 0;
    reader.wrong_kind(*length, "a number of bytes");
}

// A whole number from 1 on; 0 if there is none.
int number_in_show(FieldReader& reader, const Value* value, std::string_view name) {
    constexpr double most = 1'000'000;
    if (value == nullptr || value->kind == ValueKind::nothing) return 0;
    const bool is_whole = value->kind == ValueKind::number && value->number >= 1 &&
                          value->number <= most && value->number == std::floor(value->number);
    if (is_whole) return static_cast<int>(value->number);
    reader.error(*value, std::string(name) + " is " + describe(*value),
                 "it must be a whole number from 1 on");
    return 0;
}

void read_place_in_show(FieldReader& reader, const Value* season, const Value* number,
                        const Value* is_explicit, EpisodeField& episode) {
    episode.season = number_in_show(reader, season, "season");
    episode.number = number_in_show(reader, number, "episode");
    if (is_explicit == nullptr || is_explicit->kind == ValueKind::nothing) return;
    const std::string text = strings::lower_ascii(is_explicit->text);
    const bool is_yes = is_explicit->kind == ValueKind::boolean ? is_explicit->boolean
                                                                : text == "yes" || text == "true";
    const bool is_no = is_explicit->kind == ValueKind::boolean
                           ? !is_explicit->boolean
                           : text == "no" || text == "false" || text == "clean";
    if (is_yes || is_no) {
        episode.is_explicit = is_yes;
    } else {
        reader.error(*is_explicit, "explicit is " + describe(*is_explicit),
                     "it must be true or false");
    }
}

}  // namespace

std::optional<EpisodeField> read_episode(FieldReader& reader) {
    const Value* value = reader.find({"audio"});
    if (value == nullptr) return std::nullopt;
    EpisodeField episode;
    if (value->kind == ValueKind::list) {
        if (value->items.empty()) return std::nullopt;
        value = &value->items.front();
    }
    const auto member = [&](std::string_view name) {
        const Value* found = value->find(name);
        return found != nullptr && found->is_scalar() ? trimmed_text(found->text) : std::string();
    };
    if (value->is_scalar()) {
        episode.file = trimmed_text(value->text);
        episode.transcript = reader.text({"transcript"});
        episode.chapters = reader.text({"chapters"});
        read_measures(reader, reader.find({"duration"}), nullptr, episode);
        read_place_in_show(reader, reader.find({"season"}), reader.find({"episode"}),
                           reader.find({"explicit"}), episode);
    } else if (value->kind == ValueKind::table) {
        episode.file = member("src");
        // What the table does not say may stand beside it.
        const auto either = [&](const char* name) {
            const Value* own = value->find(name);
            const Value* beside = reader.find({name});
            return own == nullptr ? beside : own;
        };
        episode.transcript = member("transcript");
        episode.chapters = member("chapters");
        if (std::string beside = reader.text({"transcript"}); episode.transcript.empty())
            episode.transcript = std::move(beside);
        if (std::string beside = reader.text({"chapters"}); episode.chapters.empty())
            episode.chapters = std::move(beside);
        read_measures(reader, either("duration"), either("length"), episode);
        read_place_in_show(reader, either("season"), either("episode"), either("explicit"),
                           episode);
    } else {
        reader.wrong_kind(*value, "the name of a file");
    }
    if (episode.file.empty()) return std::nullopt;
    if (recording_kind(episode.file) == RecordingKind::none) {
        reader.error(*value, "\"" + episode.file + "\" is not a sound or video file",
                     "use a file such as episode.mp3, .m4a, .ogg or .mp4");
        return std::nullopt;
    }
    return episode;
}

}  // namespace broadsheet::press
