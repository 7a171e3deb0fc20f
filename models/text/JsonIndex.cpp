#include "models/text/JsonIndex.h"

#include <bit>
#include <cstring>

#if defined(__x86_64__) || defined(_M_X64)
#include <immintrin.h>
#define HAVE_SSE2 1
#if defined(__GNUC__)
#define HAVE_AVX2 1
#endif
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#define HAVE_NEON 1
#endif

namespace text {
namespace {

struct Masks
{
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opens = 0;
    std::uint64_t closes = 0;
};

/// The bytes that follow an odd number of backslashes.
inline std::uint64_t escapedBytes(std::uint64_t backslashes, std::uint64_t &carry)
{
    if (backslashes == 0) {
        const std::uint64_t escaped = carry;
        carry = 0;
        return escaped;
    }
    constexpr std::uint64_t Even = 0x5555555555555555ULL;
    backslashes &= ~carry;
    const std::uint64_t follows = (backslashes << 1) | carry;
    const std::uint64_t oddStarts = backslashes & ~Even & ~follows;
    const std::uint64_t sequences = oddStarts + backslashes;
    carry = sequences < oddStarts ? 1 : 0;
    return (Even ^ (sequences << 1)) & follows;
}

inline std::uint64_t prefixXorByShifts(std::uint64_t bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

#if HAVE_AVX2
#define TARGET_AVX2 __attribute__((target("avx2,pclmul,popcnt,bmi")))

TARGET_AVX2 inline std::uint64_t bits64(__m256i low, __m256i high)
{
    return std::uint32_t(_mm256_movemask_epi8(low))
        | (std::uint64_t(std::uint32_t(_mm256_movemask_epi8(high))) << 32);
}

TARGET_AVX2 inline Masks masksAvx2(const char *bytes)
{
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(bytes));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(bytes + 32));
    const __m256i caseBit = _mm256_set1_epi8(0x20);
    const __m256i lowCurly = _mm256_or_si256(low, caseBit);
    const __m256i highCurly = _mm256_or_si256(high, caseBit);
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i backslash = _mm256_set1_epi8('\\');
    const __m256i open = _mm256_set1_epi8('{');
    const __m256i close = _mm256_set1_epi8('}');
    return {bits64(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote)),
            bits64(_mm256_cmpeq_epi8(low, backslash), _mm256_cmpeq_epi8(high, backslash)),
            bits64(_mm256_cmpeq_epi8(lowCurly, open), _mm256_cmpeq_epi8(highCurly, open)),
            bits64(_mm256_cmpeq_epi8(lowCurly, close), _mm256_cmpeq_epi8(highCurly, close))};
}

TARGET_AVX2 void scanAvx2(const char *bytes, std::size_t blockCount, JsonBlock *blocks, JsonScanState &state)
{
    JsonScanState now = state;
    const __m128i ones = _mm_set1_epi8(char(0xff));
    for (std::size_t i = 0; i < blockCount; ++i) {
        const Masks masks = masksAvx2(bytes + 64 * i);
        const std::uint64_t quotes = masks.quotes & ~escapedBytes(masks.backslashes, now.escaped);
        const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, std::int64_t(quotes)), ones, 0);
        const std::uint64_t inString = std::uint64_t(_mm_cvtsi128_si64(product)) ^ now.inString;
        now.inString = std::uint64_t(std::int64_t(inString) >> 63);
        const std::uint64_t opens = masks.opens & ~inString;
        const std::uint64_t closes = masks.closes & ~inString;
        const auto closeCount = std::int32_t(_mm_popcnt_u64(closes));
        blocks[i] = {quotes, opens, closes, masks.backslashes, now.depth, closeCount};
        now.depth += std::int32_t(_mm_popcnt_u64(opens)) - closeCount;
    }
    state = now;
}
#endif

template<Masks (*masksOf)(const char *)>
void scanPlain(const char *bytes, std::size_t blockCount, JsonBlock *blocks, JsonScanState &state)
{
    for (std::size_t i = 0; i < blockCount; ++i) {
        const Masks masks = masksOf(bytes + 64 * i);
        const std::uint64_t quotes = masks.quotes & ~escapedBytes(masks.backslashes, state.escaped);
        const std::uint64_t inString = prefixXorByShifts(quotes) ^ state.inString;
        state.inString = inString >> 63 ? ~std::uint64_t(0) : 0;
        const std::uint64_t opens = masks.opens & ~inString;
        const std::uint64_t closes = masks.closes & ~inString;
        const auto closeCount = std::int32_t(std::popcount(closes));
        blocks[i] = {quotes, opens, closes, masks.backslashes, state.depth, closeCount};
        state.depth += std::int32_t(std::popcount(opens)) - closeCount;
    }
}

#if HAVE_SSE2
Masks masksSse2(const char *bytes)
{
    Masks masks;
    for (int part = 0; part < 4; ++part) {
        const __m128i chars = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + 16 * part));
        const __m128i curly = _mm_or_si128(chars, _mm_set1_epi8(0x20));
        const auto bits = [part](__m128i equal) { return std::uint64_t(std::uint32_t(_mm_movemask_epi8(equal))) << (16 * part); };
        masks.quotes |= bits(_mm_cmpeq_epi8(chars, _mm_set1_epi8('"')));
        masks.backslashes |= bits(_mm_cmpeq_epi8(chars, _mm_set1_epi8('\\')));
        masks.opens |= bits(_mm_cmpeq_epi8(curly, _mm_set1_epi8('{')));
        masks.closes |= bits(_mm_cmpeq_epi8(curly, _mm_set1_epi8('}')));
    }
    return masks;
}
#endif

#if HAVE_NEON
std::uint64_t bitsNeon(uint8x16_t equal)
{
    alignas(16) static constexpr std::uint8_t Weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const uint8x16_t weighted = vandq_u8(equal, vld1q_u8(Weights));
    return std::uint64_t(vaddv_u8(vget_low_u8(weighted))) | (std::uint64_t(vaddv_u8(vget_high_u8(weighted))) << 8);
}

Masks masksNeon(const char *bytes)
{
    Masks masks;
    for (int part = 0; part < 4; ++part) {
        const uint8x16_t chars = vld1q_u8(reinterpret_cast<const std::uint8_t *>(bytes + 16 * part));
        const uint8x16_t curly = vorrq_u8(chars, vdupq_n_u8(0x20));
        masks.quotes |= bitsNeon(vceqq_u8(chars, vdupq_n_u8('"'))) << (16 * part);
        masks.backslashes |= bitsNeon(vceqq_u8(chars, vdupq_n_u8('\\'))) << (16 * part);
        masks.opens |= bitsNeon(vceqq_u8(curly, vdupq_n_u8('{'))) << (16 * part);
        masks.closes |= bitsNeon(vceqq_u8(curly, vdupq_n_u8('}'))) << (16 * part);
    }
    return masks;
}
#endif

Masks masksPortable(const char *bytes)
{
    Masks masks;
    for (int i = 0; i < 64; ++i) {
        const std::uint64_t bit = std::uint64_t(1) << i;
        const char byte = bytes[i];
        masks.quotes |= byte == '"' ? bit : 0;
        masks.backslashes |= byte == '\\' ? bit : 0;
        masks.opens |= byte == '{' || byte == '[' ? bit : 0;
        masks.closes |= byte == '}' || byte == ']' ? bit : 0;
    }
    return masks;
}

using Scanner = void (*)(const char *, std::size_t, JsonBlock *, JsonScanState &);
struct NamedScanner { std::string_view name; Scanner scan; };

std::vector<NamedScanner> scanners()
{
    std::vector<NamedScanner> list;
#if HAVE_AVX2
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("popcnt")
        && __builtin_cpu_supports("bmi"))
        list.push_back({"avx2", scanAvx2});
#endif
#if HAVE_SSE2
    list.push_back({"sse2", scanPlain<masksSse2>});
#endif
#if HAVE_NEON
    list.push_back({"neon", scanPlain<masksNeon>});
#endif
    list.push_back({"portable", scanPlain<masksPortable>});
    return list;
}

/// Whether the byte after these is escaped.
std::uint64_t escapesNext(const char *bytes, std::size_t size, std::uint64_t escapedBefore)
{
    std::size_t count = 0;
    while (count < size && bytes[size - 1 - count] == '\\')
        ++count;
    return count == size && count > 0 ? (count - escapedBefore) & 1 : count & 1;
}

} // namespace

void scanJsonBlocks(const char *bytes, std::size_t blockCount, JsonBlock *blocks, JsonScanState &state)
{
    static const Scanner best = scanners().front().scan;
    best(bytes, blockCount, blocks, state);
}

void scanJsonTail(const char *bytes, std::size_t size, JsonBlock &block, JsonScanState &state)
{
    if (size == 0) {
        block = {};
        block.depth = state.depth;
        return;
    }
    char padded[64];
    std::memset(padded, ' ', sizeof padded);
    std::memcpy(padded, bytes, size);
    const std::uint64_t escaped = escapesNext(bytes, size, state.escaped);
    scanJsonBlocks(padded, 1, &block, state);
    state.escaped = escaped;
}

std::vector<std::string_view> jsonScanners()
{
    std::vector<std::string_view> names;
    for (const NamedScanner &scanner : scanners())
        names.push_back(scanner.name);
    return names;
}

void scanJsonBlocksWith(std::string_view name, const char *bytes, std::size_t blockCount, JsonBlock *blocks,
                        JsonScanState &state)
{
    for (const NamedScanner &scanner : scanners()) {
        if (scanner.name == name)
            scanner.scan(bytes, blockCount, blocks, state);
    }
}

} // namespace text
