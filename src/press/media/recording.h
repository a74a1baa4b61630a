// The length of sound and video files, read from their headers. No library in Debian with a licence
// that may be linked reads them, so this is a small reader of the containers: MP3, MP4, Ogg, FLAC,
// WAV and WebM. It decodes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace broadsheet::press {

// What the text around a recording and a feed say about it. Unknown numbers are 0.
struct Recording {
    std::uint64_t bytes = 0;  // size of the file
    int seconds = 0;          // rounded to the nearest second; at least 1 if known
    int width = 0;            // of a video, in pixels
    int height = 0;

    bool operator==(const Recording&) const = default;
};

enum class RecordingKind : std::uint8_t { none, sound, video };

// The kind of a file, by the ending of its name. The name may have a query and a fragment.
RecordingKind recording_kind(std::string_view name);

// The media type of a recording by the ending of its name, such as "audio/mpeg"; empty for others.
std::string_view recording_type(std::string_view name);

// True for the name of a WebVTT file, the only captions that browsers show.
bool is_web_captions(std::string_view name);

// Returns up to `count` bytes of a file from `offset` on; fewer at its end.
using ReadBytes = std::function<std::string(std::uint64_t offset, std::size_t count)>;

// Reads the headers of a file of `bytes` bytes. Reads a bounded part of it, whatever its size. If
// the file is damaged or of another format, the numbers that it does not give are 0.
Recording read_recording(std::uint64_t bytes, const ReadBytes& read);

}  // namespace broadsheet::press
