#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <memory>

#include "press/pictures/decode_picture.h"

namespace broadsheet::press {

namespace {

// Decodes the first frame of an animation.
bool decode_first_frame(const WebPData& data, Raster& raster) {
    WebPAnimDecoderOptions options;
    if (WebPAnimDecoderOptionsInit(&options) == 0) return false;
    options.color_mode = MODE_RGBA;
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
        WebPAnimDecoderNew(&data, &options), WebPAnimDecoderDelete);
    std::uint8_t* pixels = nullptr;
    int time = 0;
    if (!decoder || WebPAnimDecoderGetNext(decoder.get(), &pixels, &time) == 0) return false;
    std::copy_n(pixels, raster.pixels.size(), raster.pixels.begin());
    return true;
}

std::string profile_of(const WebPData& data) {
    const std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)> demuxer(WebPDemux(&data),
                                                                           WebPDemuxDelete);
    WebPChunkIterator chunk;
    if (!demuxer || WebPDemuxGetChunk(demuxer.get(), "ICCP", 1, &chunk) == 0) return {};
    std::string profile(reinterpret_cast<const char*>(chunk.chunk.bytes), chunk.chunk.size);
    WebPDemuxReleaseChunkIterator(&chunk);
    return profile;
}

}  // namespace

std::optional<Raster> decode_webp(std::string_view bytes) {
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(data.bytes, data.size, &features) != VP8_STATUS_OK) return std::nullopt;
    Raster raster;
    raster.width = features.width;
    raster.height = features.height;
    raster.pixels.resize(raster.pixel_count() * 4);
    const bool decoded =
        features.has_animation != 0
            ? decode_first_frame(data, raster)
            : WebPDecodeRGBAInto(data.bytes, data.size, raster.pixels.data(), raster.pixels.size(),
                                 raster.width * 4) != nullptr;
    if (!decoded) return std::nullopt;
    raster.profile = profile_of(data);
    return raster;
}

}  // namespace broadsheet::press
