#include "strings/letters.h"

#include <array>

#include "strings/utf8.h"

namespace broadsheet::strings {

namespace {

// The basic Latin letters of each code point from `first`, separated by commas; empty if a code
// point has none.
struct LatinBlock {
    char32_t first = 0;
    char32_t last = 0;
    std::string_view letters;
};

constexpr std::array<LatinBlock, 2> latin_blocks = {{
    {0xC0, 0x24F,
     "a,a,a,a,a,a,ae,c,e,e,e,e,i,i,i,i,d,n,o,o,o,o,o,,o,u,u,u,u,y,th,ss,a,a,a,a,a,a,ae,c,e,"
     "e,e,e,i,i,i,i,d,n,o,o,o,o,o,,o,u,u,u,u,y,th,y,a,a,a,a,a,a,c,c,c,c,c,c,c,c,d,d,d,d,e,e,"
     "e,e,e,e,e,e,e,e,g,g,g,g,g,g,g,g,h,h,h,h,i,i,i,i,i,i,i,i,i,i,ij,ij,j,j,k,k,k,l,l,l,l,l,"
     "l,,,l,l,n,n,n,n,n,n,n,ng,ng,o,o,o,o,o,o,oe,oe,r,r,r,r,r,r,s,s,s,s,s,s,s,s,t,t,t,t,t,t,"
     "u,u,u,u,u,u,u,u,u,u,u,u,w,w,y,y,y,z,z,z,z,z,z,s,,b,,,,,o,,,d,d,,,,,e,e,,f,,,,,,k,k,,,"
     ",,,,o,o,,,,,,,,,,,,,,u,u,,,,,,,,,,,,,,,,,,,,dz,dz,dz,lj,lj,lj,nj,nj,nj,a,a,i,i,o,o,u,"
     "u,u,u,u,u,u,u,u,u,,a,a,a,a,,,,,g,g,k,k,o,o,o,o,,,j,dz,dz,dz,g,g,,,n,n,a,a,,,,,a,a,a,a,"
     "e,e,e,e,i,i,i,i,o,o,o,o,r,r,r,r,u,u,u,u,s,s,t,t,,,h,h,,,,,,,a,a,e,e,o,o,o,o,o,o,o,o,y,"
     "y,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"},
    {0x1E00, 0x1EFF,
     "a,a,b,b,b,b,b,b,c,c,d,d,d,d,d,d,d,d,d,d,e,e,e,e,e,e,e,e,e,e,f,f,g,g,h,h,h,h,h,h,h,h,h,"
     "h,i,i,i,i,k,k,k,k,k,k,l,l,l,l,l,l,l,l,m,m,m,m,m,m,n,n,n,n,n,n,n,n,o,o,o,o,o,o,o,o,p,p,"
     "p,p,r,r,r,r,r,r,r,r,s,s,s,s,s,s,s,s,s,s,t,t,t,t,t,t,t,t,u,u,u,u,u,u,u,u,u,u,v,v,v,v,w,"
     "w,w,w,w,w,w,w,w,w,x,x,x,x,y,y,z,z,z,z,z,z,h,t,w,y,,s,,,ss,,a,a,a,a,a,a,a,a,a,a,a,a,a,"
     "a,a,a,a,a,a,a,a,a,a,a,e,e,e,e,e,e,e,e,e,e,e,e,e,e,e,e,i,i,i,i,o,o,o,o,o,o,o,o,o,o,o,o,"
     "o,o,o,o,o,o,o,o,o,o,o,o,u,u,u,u,u,u,u,u,u,u,u,u,u,u,y,y,y,y,y,y,y,y,,,,,,,"},
}};

struct Range {
    char32_t first = 0;
    char32_t last = 0;
};

// Spaces, punctuation and symbols beyond ASCII. All other characters count as letters or digits.
constexpr std::array<Range, 48> separators = {{
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},       {0xBB, 0xBF},     {0xD7, 0xD7},
    {0xF7, 0xF7},     {0x2B9, 0x2DF},   {0x37E, 0x37E},     {0x387, 0x387},   {0x55A, 0x55F},
    {0x589, 0x58A},   {0x5BE, 0x5BE},   {0x5C0, 0x5C0},     {0x5C3, 0x5C3},   {0x5C6, 0x5C6},
    {0x5F3, 0x5F4},   {0x600, 0x60F},   {0x61B, 0x61F},     {0x640, 0x640},   {0x66A, 0x66D},
    {0x6D4, 0x6D4},   {0x700, 0x70D},   {0x964, 0x965},     {0x970, 0x970},   {0xE3F, 0xE3F},
    {0xE4F, 0xE4F},   {0xE5A, 0xE5B},   {0xF01, 0xF14},     {0x104A, 0x104F}, {0x10FB, 0x10FB},
    {0x1361, 0x1368}, {0x16EB, 0x16ED}, {0x17D4, 0x17DB},   {0x1800, 0x180A}, {0x1FBD, 0x1FC1},
    {0x2000, 0x200B}, {0x200E, 0x206F}, {0x20A0, 0x20CF},   {0x2100, 0x2BFF}, {0x2E00, 0x2E7F},
    {0x3000, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x303F},   {0x30FB, 0x30FB}, {0xE000, 0xF8FF},
    {0xFD3E, 0xFD3F}, {0xFE00, 0xFE6F}, {0x1F000, 0x1FAFF},
}};

constexpr std::array<Range, 6> full_width_separators = {{
    {0xFF00, 0xFF0F},
    {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65},
    {0xFFE0, 0xFFFF},
    {0xE0000, 0x10FFFF},
}};

}  // namespace

std::string_view latin_base(char32_t code_point) {
    for (const LatinBlock& block : latin_blocks) {
        if (code_point < block.first || code_point > block.last) continue;
        std::string_view rest = block.letters;
        for (char32_t c = block.first; c < code_point; ++c) rest.remove_prefix(rest.find(',') + 1);
        return rest.substr(0, rest.find(','));
    }
    return {};
}

char32_t lower_case(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9 && c != 0x3A2)) {
        return c + 32;
    }
    if (c >= 0x410 && c <= 0x42F) return c + 32;
    if (c >= 0x400 && c <= 0x40F) return c + 80;
    if (c >= 0x531 && c <= 0x556) return c + 48;
    if (c == 0x178) return 0xFF;
    if (c == 0x130) return 'i';
    switch (c) {
        case 0x386: return 0x3AC;
        case 0x388: return 0x3AD;
        case 0x389: return 0x3AE;
        case 0x38A: return 0x3AF;
        case 0x38C: return 0x3CC;
        case 0x38E: return 0x3CD;
        case 0x38F: return 0x3CE;
        case 0x3AA: return 0x3CA;
        case 0x3AB: return 0x3CB;
        default: break;
    }
    // Blocks in which capital and small letters alternate.
    const bool even_is_capital =
        (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1DE && c <= 0x1EE) ||
        (c >= 0x1F8 && c <= 0x233) || (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
        (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF);
    if (even_is_capital && c % 2 == 0) return c + 1;
    const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) ||
                                (c >= 0x1CD && c <= 0x1DC) || (c >= 0x4C1 && c <= 0x4CE);
    if (odd_is_capital && c % 2 == 1) return c + 1;
    return c;
}

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    for (const Range& range : separators) {
        if (c >= range.first && c <= range.last) return false;
    }
    for (const Range& range : full_width_separators) {
        if (c >= range.first && c <= range.last) return false;
    }
    return true;
}

bool is_ideographic(char32_t c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3000 && c <= 0x30FF) ||
           (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31FF) ||
           (c >= 0x3220 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0xA4CF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF00 && c <= 0xFF9F) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x1B000 && c <= 0x1B16F) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool is_combining_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

std::string lower_letters(std::string_view text) {
    std::string out;
    for (std::size_t position = 0; position < text.size();) {
        append_utf8(out, lower_case(next_code_point(text, position)));
    }
    return out;
}

}  // namespace broadsheet::strings
