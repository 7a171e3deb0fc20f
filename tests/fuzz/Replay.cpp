// Stands in for libFuzzer in the ordinary test run: gives each seed file to the target, whole, halved and with a bit flipped.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

static void replay(std::vector<std::uint8_t> bytes)
{
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    for (std::size_t step = bytes.size() / 16 + 1, at = 0; at < bytes.size(); at += step) {
        bytes[at] ^= 0x21;
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        bytes[at] ^= 0x21;
    }
    bytes.resize(bytes.size() / 2);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

int main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; ++i) {
        for (const auto &entry : std::filesystem::recursive_directory_iterator(argv[i])) {
            if (!entry.is_regular_file())
                continue;
            std::ifstream file(entry.path(), std::ios::binary);
            replay({std::istreambuf_iterator<char>(file), {}});
            ++count;
        }
    }
    std::printf("%d seeds replayed\n", count);
    return count > 0 ? 0 : 1;
}
