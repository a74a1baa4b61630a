#include <csetjmp>
#include <cstdio>
#include <cstdlib>
//
#include <jerror.h>
#include <jpeglib.h>

#include "press/pictures/decode_picture.h"

namespace broadsheet::press {

namespace {

// libjpeg reports fatal errors with longjmp, which skips destructors. Everything that must be
// released then is a member of this struct, which the caller of the function that is left owns.
struct Decoder {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    std::jmp_buf way_out{};
    Raster raster;
    std::vector<JSAMPLE> line;
    JOCTET* profile = nullptr;
    unsigned profile_length = 0;
    bool cut_short = false;

    Decoder() = default;
    ~Decoder() {
        jpeg_destroy_decompress(&info);
        std::free(profile);  // NOLINT: allocated by libjpeg
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
};

Decoder& decoder_of(j_common_ptr info) { return *static_cast<Decoder*>(info->client_data); }

[[noreturn]] void leave(j_common_ptr info) { std::longjmp(decoder_of(info).way_out, 1); }

// Notes truncation. Browsers show truncated files in part; here they are an error.
void note(j_common_ptr info, int level) {
    const int code = info->err->msg_code;
    if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER)) {
        decoder_of(info).cut_short = true;
    }
}

// Converts a row of CMYK to RGBA without colour management. Adobe programs store inverted values
// and mark this in the file.
void append_cmyk(std::vector<std::uint8_t>& pixels, const JSAMPLE* line, int width, bool inverted) {
    for (int x = 0; x < width; ++x, line += 4) {
        const auto ink = [&](int c) { return inverted ? line[c] : 255 - line[c]; };
        for (int c = 0; c < 3; ++c) {
            pixels.push_back(static_cast<std::uint8_t>(ink(c) * ink(3) / 255));
        }
        pixels.push_back(255);
    }
}

// The smallest scale, in eighths, at which the shorter side still has `enough` pixels; 8 if there
// is none.
unsigned eighths_for(const jpeg_decompress_struct& info, int enough) {
    const JDIMENSION shorter =
        info.image_width < info.image_height ? info.image_width : info.image_height;
    for (unsigned eighths = 1; eighths < 8; ++eighths) {
        if (shorter * eighths / 8 >= static_cast<unsigned>(enough)) return eighths;
    }
    return 8;
}

bool read(Decoder& decoder, std::string_view bytes, int enough) {
    jpeg_decompress_struct& info = decoder.info;
    info.err = jpeg_std_error(&decoder.errors);
    decoder.errors.error_exit = leave;
    decoder.errors.emit_message = note;
    info.client_data = &decoder;
    if (setjmp(decoder.way_out) != 0) return false;  // NOLINT
    jpeg_create_decompress(&info);
    info.client_data = &decoder;
    jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_save_markers(&info, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&info, TRUE);
    const bool cmyk = info.num_components == 4;
    info.out_color_space = cmyk ? JCS_CMYK : JCS_EXT_RGBA;
    info.scale_num = eighths_for(info, enough);
    info.scale_denom = 8;
    if (!cmyk) jpeg_read_icc_profile(&info, &decoder.profile, &decoder.profile_length);
    jpeg_start_decompress(&info);
    Raster& raster = decoder.raster;
    raster.width = static_cast<int>(info.output_width);
    raster.height = static_cast<int>(info.output_height);
    const std::size_t row = std::size_t{info.output_width} * 4;
    raster.pixels.reserve(row * info.output_height);
    decoder.line.resize(row);
    while (info.output_scanline < info.output_height) {
        JSAMPROW line = decoder.line.data();
        jpeg_read_scanlines(&info, &line, 1);
        if (cmyk) {
            append_cmyk(raster.pixels, line, raster.width, info.saw_Adobe_marker != 0);
        } else {
            raster.pixels.insert(raster.pixels.end(), line, line + row);
        }
    }
    jpeg_finish_decompress(&info);
    return !decoder.cut_short;
}

}  // namespace

std::optional<Raster> decode_jpeg(std::string_view bytes, int enough) {
    Decoder decoder;
    if (!read(decoder, bytes, enough)) return std::nullopt;
    if (decoder.profile != nullptr) {
        decoder.raster.profile.assign(reinterpret_cast<const char*>(decoder.profile),
                                      decoder.profile_length);
    }
    return std::move(decoder.raster);
}

}  // namespace broadsheet::press
