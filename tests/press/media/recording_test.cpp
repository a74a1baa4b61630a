#include "press/media/recording.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace broadsheet::press {

namespace {

std::string big(std::uint64_t value, int count) {
    std::string out;
    for (int i = count - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
    return out;
}

std::string little(std::uint64_t value, int count) {
    std::string out = big(value, count);
    std::reverse(out.begin(), out.end());
    return out;
}

std::string zeros(std::size_t count) { return std::string(count, '\0'); }

Recording measured(const std::string& file) {
    return read_recording(file.size(), [&](std::uint64_t offset, std::size_t count) {
        return offset < file.size() ? file.substr(static_cast<std::size_t>(offset), count)
                                    : std::string();
    });
}

std::string wav(std::uint32_t bytes_per_second, std::uint32_t data) {
    return "RIFF" + little(36 + data, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) +
           little(1, 2) + little(8000, 4) + little(bytes_per_second, 4) + zeros(4) + "data" +
           little(data, 4) + zeros(data);
}

// MPEG-1 layer III, 44,100 samples a second. A frame of 128 kbit/s has 417 bytes.
std::string mp3_frame(int bitrate_index = 9, std::size_t length = 417) {
    std::string frame = big(0xFFFB0000U | static_cast<std::uint32_t>(bitrate_index) << 12U, 4);
    return frame + zeros(length - 4);
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

std::string box(const std::string& name, const std::string& content) {
    return big(8 + content.size(), 4) + name + content;
}

std::string mp4(std::uint32_t scale, std::uint32_t length) {
    const std::string head = zeros(12) + big(scale, 4) + big(length, 4) + zeros(80);
    const std::string track = zeros(76) + big(640U << 16U, 4) + big(360U << 16U, 4);
    return box("ftyp", "isom") + box("mdat", zeros(5000)) +
           box("moov", box("mvhd", head) + box("trak", box("tkhd", track)));
}

std::string ogg_page(std::uint64_t samples, const std::string& content) {
    return "OggS" + zeros(2) + little(samples, 8) + zeros(12) + content;
}

std::string opus(std::uint64_t samples) {
    return ogg_page(0, "OpusHead" + std::string("\x01\x01", 2) + little(312, 2) + zeros(7)) +
           zeros(2000) + ogg_page(samples, zeros(50));
}

std::string flac(std::uint64_t rate, std::uint64_t samples) {
    return "fLaC" + zeros(4) + zeros(10) + big(rate << 44U | samples, 8) + zeros(20);
}

std::string element(const std::string& name, const std::string& content) {
    return name + big(0x4000U | content.size(), 2) + content;
}

std::string webm() {
    const std::string info = element("\x2A\xD7\xB1", big(1'000'000, 3)) +
                             element("\x44\x89", big(0x40B3880000000000U, 8));  // 5000.0
    const std::string video = element("\xB0", big(320, 2)) + element("\xBA", big(240, 2));
    const std::string tracks = element("\xAE", element("\xE0", video));
    return element("\x1A\x45\xDF\xA3", zeros(4)) +
           element("\x18\x53\x80\x67",
                   element("\x15\x49\xA9\x66", info) + element("\x16\x54\xAE\x6B", tracks));
}

}  // namespace

TEST_CASE("recordings are known by their names") {
    CHECK(recording_kind("a/b.MP3?x=1#t=3") == RecordingKind::sound);
    CHECK(recording_kind("film.webm") == RecordingKind::video);
    CHECK(recording_kind("a.jpg") == RecordingKind::none);
    CHECK(recording_kind("mp3") == RecordingKind::none);
    CHECK(recording_type("x.m4a") == "audio/mp4");
    CHECK(recording_type("x.txt") == "");
}

TEST_CASE("the length of a recording is in its headers") {
    CHECK(measured(wav(8000, 20'000)) == Recording{20'044, 3, 0, 0});  // 2.5 s
    // 200 frames of 1152 samples are 5.2 s.
    CHECK(measured(repeated(mp3_frame(), 200)).seconds == 5);
    CHECK(measured("ID3" + zeros(3) + std::string("\0\0\x02\0", 4) + zeros(256) +
                   repeated(mp3_frame(), 200))
              .seconds == 5);
    CHECK(measured(mp4(600, 54'000)) == Recording{mp4(600, 54'000).size(), 90, 640, 360});
    CHECK(measured(opus(480'312)).seconds == 10);
    CHECK(measured(flac(44'100, 44'100 * 61)).seconds == 61);
    CHECK(measured(webm()) == Recording{webm().size(), 5, 320, 240});
}

TEST_CASE("MP3 files with a variable bit rate state their frames, or their frames are counted") {
    std::string first = mp3_frame();
    first.replace(36, 12, "Xing" + big(1, 4) + big(38'281, 4));
    CHECK(measured(first + repeated(mp3_frame(), 9)).seconds == 1000);
    // Half of the frames have 128 kbit/s, half have 64 kbit/s and 208 bytes.
    CHECK(measured(repeated(mp3_frame() + mp3_frame(5, 208), 200)).seconds == 10);
}

TEST_CASE("damaged recordings have no length") {
    CHECK(measured("").seconds == 0);
    CHECK(measured("not a recording").seconds == 0);
    CHECK(measured(wav(0, 1000)).seconds == 0);
    CHECK(measured(mp4(0, 1000)).seconds == 0);
    CHECK(measured(box("ftyp", "isom") + big(4, 4) + "moov").seconds == 0);
    CHECK(measured(box("ftyp", "isom") + big(1, 4) + "moov" + big(~0ULL, 8)).seconds == 0);
    CHECK(measured("\x1A\x45\xDF\xA3").seconds == 0);
    CHECK(measured(flac(0, 100)).seconds == 0);
}

TEST_CASE("no beginning of a recording is read beyond its end") {
    for (const std::string& file : {wav(8000, 300), repeated(mp3_frame(), 3), mp4(600, 54'000),
                                    opus(480'312), flac(44'100, 1000), webm()}) {
        for (std::size_t length = 0; length < std::min<std::size_t>(file.size(), 700); ++length) {
            const Recording recording = measured(file.substr(0, length));
            CHECK(recording.seconds >= 0);
            CHECK(recording.bytes == length);
        }
    }
}

}  // namespace broadsheet::press
