#include "press/pictures/picture_variants.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "page/picture_sizes.h"
#include "press/pictures/decode_picture.h"
#include "press/pictures/picture_size.h"

namespace broadsheet::press {

namespace {

// At quality 80, no difference is visible at the displayed size. PNG files are mostly drawings and
// screenshots with hard coloured edges, so they also use the slower "sharp" conversion to YUV.
constexpr float quality = 80;

using Memory = std::unique_ptr<WebPMemoryWriter, decltype(&WebPMemoryWriterClear)>;

// Adds the colour profile to a WebP file.
std::string with_profile(const std::string& file, const std::string& profile) {
    const std::unique_ptr<WebPMux, decltype(&WebPMuxDelete)> mux(WebPMuxNew(), WebPMuxDelete);
    const auto data = [](const std::string& text) {
        return WebPData{reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
    };
    const WebPData picture = data(file);
    const WebPData chunk = data(profile);
    WebPData assembled{};
    if (!mux || WebPMuxSetImage(mux.get(), &picture, 0) != WEBP_MUX_OK ||
        WebPMuxSetChunk(mux.get(), "ICCP", &chunk, 0) != WEBP_MUX_OK ||
        WebPMuxAssemble(mux.get(), &assembled) != WEBP_MUX_OK) {
        return file;
    }
    std::string result(reinterpret_cast<const char*>(assembled.bytes), assembled.size);
    WebPDataClear(&assembled);
    return result;
}

std::optional<std::string> encode_webp(const Raster& raster, bool sharp) {
    WebPConfig config;
    WebPPicture picture;
    if (WebPConfigPreset(&config, WEBP_PRESET_DEFAULT, quality) == 0 ||
        WebPPictureInit(&picture) == 0) {
        return std::nullopt;
    }
    config.use_sharp_yuv = sharp ? 1 : 0;
    picture.use_argb = sharp ? 1 : 0;
    picture.width = raster.width;
    picture.height = raster.height;
    WebPMemoryWriter writer;
    WebPMemoryWriterInit(&writer);
    const Memory owner(&writer, WebPMemoryWriterClear);
    const std::unique_ptr<WebPPicture, decltype(&WebPPictureFree)> picture_owner(&picture,
                                                                                 WebPPictureFree);
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &writer;
    const int stride = raster.width * 4;
    const bool imported = raster.opaque
                              ? WebPPictureImportRGBX(&picture, raster.pixels.data(), stride) != 0
                              : WebPPictureImportRGBA(&picture, raster.pixels.data(), stride) != 0;
    if (!imported || WebPEncode(&config, &picture) == 0) return std::nullopt;
    std::string file(reinterpret_cast<const char*>(writer.mem), writer.size);
    return raster.profile.empty() ? file : with_profile(file, raster.profile);
}

PictureVariants no_variants(std::string what, std::string remedy) {
    PictureVariants result;
    result.what = std::move(what);
    result.remedy = std::move(remedy);
    return result;
}

enum class Files : bool { none, made };

PictureVariants scale(std::string_view bytes, Files files) {
    DecodedPicture decoded = decode_picture(bytes, page::standard_picture_widths.back());
    if (!decoded.raster) return no_variants(std::move(decoded.what), std::move(decoded.remedy));
    // A JPEG may have been decoded at a reduced size, but the widths depend on its full size.
    const PictureSize size =
        picture_size(bytes).value_or(PictureSize{decoded.raster->width, decoded.raster->height});
    const bool sharp = bytes.starts_with("\x89PNG");

    PictureVariants result;
    std::vector<Raster> made;  // widest first
    made.push_back(std::move(*decoded.raster));
    const auto widths = page::widths_of_picture("/.jpg", size.width);
    for (auto width = widths.rbegin(); width != widths.rend(); ++width) {
        // Scales from the smallest raster that is at least twice as wide: equally good and much
        // faster.
        auto source = made.rbegin();
        while (source + 1 != made.rend() && source->width < 2 * *width) ++source;
        const int height = std::max(
            1,
            static_cast<int>(std::lround(static_cast<double>(size.height) * *width / size.width)));
        Raster scaled = smaller(*source, *width, std::min(height, source->height));
        if (files == Files::made) {
            std::optional<std::string> file = encode_webp(scaled, sharp);
            if (!file) {
                return no_variants("cannot be converted to WebP",
                                   "crop it to a less extreme shape");
            }
            result.variants.push_back({*width, std::move(*file)});
        }
        made.push_back(std::move(scaled));
    }
    std::reverse(result.variants.begin(), result.variants.end());
    result.placeholder = placeholder_of(made.back());
    return result;
}

}  // namespace

PictureVariants make_variants(std::string_view bytes) { return scale(bytes, Files::made); }

PictureVariants make_placeholder(std::string_view bytes) { return scale(bytes, Files::none); }

}  // namespace broadsheet::press
