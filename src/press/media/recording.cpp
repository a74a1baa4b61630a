#include "press/media/recording.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t window = std::size_t{64} * 1024;
constexpr int max_boxes = 1000;            // parts of a file that are looked at
constexpr double max_seconds = 1'000'000;  // more is a damaged header
constexpr int max_side = 100'000;

struct Ending {
    std::string_view ending;
    RecordingKind kind;
    std::string_view type;
};

constexpr auto endings = std::to_array<Ending>({{".mp3", RecordingKind::sound, "audio/mpeg"},
                                                {".m4a", RecordingKind::sound, "audio/mp4"},
                                                {".ogg", RecordingKind::sound, "audio/ogg"},
                                                {".oga", RecordingKind::sound, "audio/ogg"},
                                                {".opus", RecordingKind::sound, "audio/ogg"},
                                                {".wav", RecordingKind::sound, "audio/wav"},
                                                {".flac", RecordingKind::sound, "audio/flac"},
                                                {".mp4", RecordingKind::video, "video/mp4"},
                                                {".m4v", RecordingKind::video, "video/mp4"},
                                                {".webm", RecordingKind::video, "video/webm"},
                                                {".ogv", RecordingKind::video, "video/ogg"},
                                                {".mov", RecordingKind::video, "video/quicktime"}});

const Ending* ending_of(std::string_view name) {
    name = name.substr(0, name.find_first_of("?#"));
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) return nullptr;
    const std::string ending = strings::lower_ascii(name.substr(dot));
    const auto* found = std::find_if(endings.begin(), endings.end(),
                                     [&](const Ending& each) { return each.ending == ending; });
    return found == endings.end() ? nullptr : found;
}

// An unsigned number of `count` bytes, the highest first; 0 if the text is too short.
std::uint64_t big(std::string_view text, std::size_t at, std::size_t count) {
    if (at > text.size() || text.size() - at < count) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = value << 8U | static_cast<unsigned char>(text[at + i]);
    }
    return value;
}

std::uint64_t little(std::string_view text, std::size_t at, std::size_t count) {
    if (at > text.size() || text.size() - at < count) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i) {
        value = value << 8U | static_cast<unsigned char>(text[at + i - 1]);
    }
    return value;
}

int whole_seconds(double seconds) {
    if (!(seconds > 0) || seconds > max_seconds) return 0;
    return std::max(1, static_cast<int>(std::lround(seconds)));
}

double ratio(std::uint64_t count, std::uint64_t per_second) {
    return per_second == 0 ? 0 : static_cast<double>(count) / static_cast<double>(per_second);
}

int side(std::uint64_t pixels) { return pixels > max_side ? 0 : static_cast<int>(pixels); }

// --- MP3 ---

// A frame of MPEG layer III.
struct Frame {
    std::size_t length = 0;  // in bytes; 0: there is no frame here
    int samples = 0;
    int rate = 0;
    std::size_t side_information = 0;  // bytes before the data of a Xing header
};

Frame frame_at(std::string_view text, std::size_t at) {
    const auto header = static_cast<std::uint32_t>(big(text, at, 4));
    if (header >> 21U != 0x7FFU) return {};
    const std::uint32_t version = header >> 19U & 3U;  // 0: 2.5, 2: 2, 3: 1
    const std::uint32_t layer = header >> 17U & 3U;    // 1: layer III
    const std::uint32_t bitrate = header >> 12U & 15U;
    const std::uint32_t rate = header >> 10U & 3U;
    if (version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3) return {};
    static constexpr std::array<int, 15> first = {0,   32,  40,  48,  56,  64,  80, 96,
                                                  112, 128, 160, 192, 224, 256, 320};
    static constexpr std::array<int, 15> second = {0,  8,  16, 24,  32,  40,  48, 56,
                                                   64, 80, 96, 112, 128, 144, 160};
    static constexpr std::array<int, 3> rates = {44'100, 48'000, 32'000};
    const bool is_first = version == 3;
    const bool mono = (header >> 6U & 3U) == 3;
    const int divisor = version == 3 ? 1 : version == 2 ? 2 : 4;
    Frame frame;
    frame.rate = rates[rate] / divisor;
    frame.samples = is_first ? 1152 : 576;
    const int bits = 1000 * (is_first ? first[bitrate] : second[bitrate]);
    const int padding = static_cast<int>(header >> 9U & 1U);
    const int length = frame.samples / 8 * bits / frame.rate + padding;
    frame.length = static_cast<std::size_t>(length);
    frame.side_information = is_first ? (mono ? 17 : 32) : (mono ? 9 : 17);
    return frame;
}

// The number of frames that the first one states, as encoders with a variable bit rate write it.
std::uint64_t stated_frames(std::string_view text, std::size_t at, const Frame& frame) {
    const std::size_t xing = at + 4 + frame.side_information;
    const std::string_view name = xing <= text.size() ? text.substr(xing, 4) : std::string_view();
    if ((name == "Xing" || name == "Info") && (big(text, xing + 4, 4) & 1U) != 0) {
        return big(text, xing + 8, 4);
    }
    const std::size_t vbri = at + 36;
    if (vbri <= text.size() && text.substr(vbri, 4) == "VBRI") return big(text, vbri + 14, 4);
    return 0;
}

double mp3_seconds(std::uint64_t size, const ReadBytes& read) {
    std::uint64_t start = 0;
    const std::string tag = read(0, 10);
    if (tag.starts_with("ID3") && tag.size() == 10) {
        std::uint64_t length = 0;
        for (std::size_t i = 6; i < 10; ++i) {
            length = length << 7U | (static_cast<unsigned char>(tag[i]) & 0x7FU);
        }
        start = 10 + length;
    }
    const std::string text = read(start, window);
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        const Frame first = frame_at(text, at);
        if (first.length == 0) continue;
        const std::size_t next = at + first.length;
        // Other data may look like one frame, but not like two in sequence.
        if (next + 4 <= text.size() && frame_at(text, next).length == 0) continue;
        if (const std::uint64_t count = stated_frames(text, at, first); count > 0) {
            return ratio(count * static_cast<std::uint64_t>(first.samples),
                         static_cast<std::uint64_t>(first.rate));
        }
        // The frames in the window stand for all others.
        std::uint64_t frames = 0;
        std::size_t end = at;
        for (Frame frame = first; frame.length > 0; frame = frame_at(text, end)) {
            ++frames;
            end += frame.length;
        }
        const bool has_end_tag = size >= 128 && read(size - 128, 3) == "TAG";
        const std::uint64_t sound = size - std::min(size, start + at + (has_end_tag ? 128 : 0));
        return static_cast<double>(sound) * static_cast<double>(frames) /
               static_cast<double>(end - at) * first.samples / first.rate;
    }
    return 0;
}

// --- MP4 ---

struct Mp4Box {
    std::string name;
    std::uint64_t content = 0;  // offset
    std::uint64_t end = 0;
};

class Mp4Reader {
  public:
    Mp4Reader(std::uint64_t size, const ReadBytes& read) : size_(size), read_(read) {}

    void fill(Recording& recording) {
        walk(0, size_, [&](const Mp4Box& box) {
            if (box.name == "moov") read_movie(box, recording);
        });
    }

  private:
    template <typename Visit>
    void walk(std::uint64_t at, std::uint64_t end, Visit visit) {
        while (at + 8 <= end && looked_at_ < max_boxes) {
            ++looked_at_;
            const std::string head = read_(at, 16);
            std::uint64_t length = big(head, 0, 4);
            std::uint64_t header = 8;
            if (length == 1) {
                length = big(head, 8, 8);
                header = 16;
            }
            if (length == 0) length = end - at;
            if (length < header || length > end - at) return;
            visit(Mp4Box{head.substr(4, 4), at + header, at + length});
            at += length;
        }
    }

    void read_movie(const Mp4Box& movie, Recording& recording) {
        walk(movie.content, movie.end, [&](const Mp4Box& box) {
            if (box.name == "mvhd") {
                const std::string text = read_(box.content, 32);
                const bool wide = !text.empty() && text[0] == 1;
                const std::uint64_t scale = big(text, wide ? 20 : 12, 4);
                const std::uint64_t length = wide ? big(text, 24, 8) : big(text, 16, 4);
                recording.seconds = whole_seconds(ratio(length, scale));
            }
            if (box.name == "trak") read_track(box, recording);
        });
    }

    void read_track(const Mp4Box& track, Recording& recording) {
        walk(track.content, track.end, [&](const Mp4Box& box) {
            if (box.name != "tkhd" || recording.width > 0) return;
            const std::string text = read_(box.content, 96);
            const std::size_t at = !text.empty() && text[0] == 1 ? 88 : 76;
            const int width = side(big(text, at, 4) >> 16U);
            const int height = side(big(text, at + 4, 4) >> 16U);
            if (width > 0 && height > 0) {
                recording.width = width;
                recording.height = height;
            }
        });
    }

    std::uint64_t size_;
    const ReadBytes& read_;
    int looked_at_ = 0;
};

// --- Ogg, FLAC, WAV ---

double ogg_seconds(std::uint64_t size, const ReadBytes& read, std::string_view head) {
    std::uint64_t rate = 0;
    std::uint64_t skipped = 0;
    if (const auto at = head.find("\x01vorbis"); at != std::string_view::npos) {
        rate = little(head, at + 12, 4);
    } else if (const auto opus = head.find("OpusHead"); opus != std::string_view::npos) {
        rate = 48'000;  // whatever the rate of the recording
        skipped = little(head, opus + 10, 2);
    }
    const std::uint64_t from = size > window ? size - window : 0;
    const std::string tail = read(from, window);
    // The last page says how many samples there are up to its end; all ones: none end in it.
    for (std::size_t at = tail.rfind("OggS"); at != std::string::npos && at > 0;
         at = tail.rfind("OggS", at - 1)) {
        const std::uint64_t samples = little(tail, at + 6, 8);
        if (samples != 0 && samples != ~std::uint64_t{0}) {
            return ratio(samples - std::min(samples, skipped), rate);
        }
    }
    return 0;
}

double flac_seconds(std::string_view head) {
    // The first block after the name is always STREAMINFO.
    const std::uint64_t numbers = big(head, 18, 8);
    return ratio(numbers & 0xF'FFFF'FFFFU, numbers >> 44U);
}

double wav_seconds(std::uint64_t size, const ReadBytes& read) {
    std::uint64_t per_second = 0;
    std::uint64_t at = 12;
    for (int i = 0; i < max_boxes && at + 8 <= size; ++i) {
        const std::string part = read(at, 24);
        const std::uint64_t length = little(part, 4, 4);
        if (part.starts_with("fmt ")) per_second = little(part, 16, 4);
        if (part.starts_with("data")) return ratio(std::min(length, size - at - 8), per_second);
        at += 8 + length + length % 2;
    }
    return 0;
}

// --- WebM ---

// Walks the elements of EBML, the format of Matroska and WebM, in the beginning of a file.
class WebmReader {
  public:
    explicit WebmReader(std::string_view text) : text_(text) {}

    void fill(Recording& recording) {
        walk(0, text_.size(), 0, recording);
        recording.seconds = whole_seconds(length_ * static_cast<double>(scale_) / 1e9);
    }

  private:
    // A number whose length is the number of leading zero bits. `marked`: the leading 1 counts.
    std::uint64_t number(std::size_t& at, bool marked) const {
        if (at >= text_.size()) return 0;
        const auto first = static_cast<unsigned char>(text_[at]);
        std::size_t length = 1;
        while (length <= 8 && (first >> (8 - length) & 1U) == 0) ++length;
        if (length > 8 || text_.size() - at < length) {
            at = text_.size();
            return 0;
        }
        std::uint64_t value = big(text_, at, length);
        at += length;
        const std::uint64_t mark = std::uint64_t{1} << (7 * length);
        if (marked) return value;
        value &= mark - 1;
        return value == mark - 1 ? ~std::uint64_t{0} : value;  // unknown: up to the end
    }

    double real(std::size_t at, std::size_t length) const {
        if (length == 4) {
            const auto bits = static_cast<std::uint32_t>(big(text_, at, 4));
            float value = 0;
            std::memcpy(&value, &bits, sizeof value);
            return value;
        }
        const std::uint64_t bits = big(text_, at, 8);
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return length == 8 ? value : 0;
    }

    void walk(std::size_t at, std::size_t end, int depth, Recording& recording) {
        while (at < end && ++looked_at_ < max_boxes) {
            const std::uint64_t name = number(at, true);
            const std::uint64_t stated = number(at, false);
            if (at >= end) return;
            const std::size_t length =
                static_cast<std::size_t>(std::min<std::uint64_t>(stated, std::uint64_t{end - at}));
            const std::size_t bytes = std::min<std::size_t>(length, 8);
            switch (name) {
                case 0x18538067:  // Segment
                case 0x1549A966:  // Info
                case 0x1654AE6B:  // Tracks
                case 0xAE:        // TrackEntry
                case 0xE0:        // Video
                    if (depth < 5) walk(at, at + length, depth + 1, recording);
                    break;
                case 0x2AD7B1: scale_ = big(text_, at, bytes); break;
                case 0x4489: length_ = real(at, length); break;
                case 0xB0: recording.width = side(big(text_, at, bytes)); break;
                case 0xBA: recording.height = side(big(text_, at, bytes)); break;
                case 0x1F43B675: return;  // Cluster: the recording itself begins
                default: break;
            }
            at += length;
        }
    }

    std::string_view text_;
    std::uint64_t scale_ = 1'000'000;  // nanoseconds in a unit
    double length_ = 0;                // in units
    int looked_at_ = 0;
};

}  // namespace

RecordingKind recording_kind(std::string_view name) {
    const Ending* ending = ending_of(name);
    return ending == nullptr ? RecordingKind::none : ending->kind;
}

std::string_view recording_type(std::string_view name) {
    const Ending* ending = ending_of(name);
    return ending == nullptr ? std::string_view() : ending->type;
}

bool is_web_captions(std::string_view name) {
    return strings::lower_ascii(name.substr(0, name.find_first_of("?#"))).ends_with(".vtt");
}

Recording read_recording(std::uint64_t bytes, const ReadBytes& read) {
    Recording recording;
    recording.bytes = bytes;
    const std::string head = read(0, 4096);
    const std::string_view start = head;
    if (start.starts_with("RIFF") && start.substr(0, 12).ends_with("WAVE")) {
        recording.seconds = whole_seconds(wav_seconds(bytes, read));
    } else if (start.starts_with("fLaC")) {
        recording.seconds = whole_seconds(flac_seconds(head));
    } else if (start.starts_with("OggS")) {
        recording.seconds = whole_seconds(ogg_seconds(bytes, read, head));
    } else if (start.starts_with("\x1A\x45\xDF\xA3")) {
        WebmReader(read(0, window)).fill(recording);
    } else if (start.size() > 8 && start.substr(4, 4) == "ftyp") {
        Mp4Reader(bytes, read).fill(recording);
    } else {
        recording.seconds = whole_seconds(mp3_seconds(bytes, read));
    }
    if (recording.width == 0 || recording.height == 0) recording.width = recording.height = 0;
    return recording;
}

}  // namespace broadsheet::press
