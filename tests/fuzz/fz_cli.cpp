// Any command line is an invocation or a misuse that ends in the usage line.

#include "app/headless/CommandLine.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    std::vector<std::string_view> arguments;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        arguments.push_back(rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    const auto invocation = headless::parseCommandLine(arguments);
    if (invocation) {
        if (headless::helpText(invocation->verb).find(headless::usageLine(invocation->verb)) == std::string::npos)
            std::abort();
        return 0;
    }
    const base::Error &error = invocation.error();
    const std::size_t last = error.message.rfind('\n');
    if (error.kind != base::ErrorKind::Misuse || last == std::string::npos || last == 0
        || error.message.compare(last + 1, 18, "Usage: wheelhouse ") != 0)
        std::abort();
    return 0;
}
