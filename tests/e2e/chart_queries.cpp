/// Prints the queries of the catalogue's charts for what is said of a server, line by line, in words separated by tabs:
///   asked METRIC...                           these were looked for
///   source METRIC JOB PATH COUNT LABEL=VALUE...  and found
///   scope LABEL=VALUE...                      each query must ask for these
///   charts KIND NAMESPACE NAME RESOURCE CONTAINER PODS BACKENDS      names with commas between them, backends as SERVICE:PORT
///   metrics                                   all that any chart asks for
#include "models/metrics/Catalogue.h"
#include "models/metrics/LineMerge.h"

#include <algorithm>
#include <iostream>
#include <sstream>

namespace {

using namespace metrics;

constexpr const char *Roles[] = {"usage", "request", "limit", "allocatable", "capacity"};
const std::vector<std::string> Kinds = {"cluster", "node", "namespace", "workload", "pod", "container", "claim", "ingress"};

std::vector<std::string> split(const std::string &text, char separator)
{
    std::vector<std::string> out;
    std::istringstream stream(text);
    for (std::string word; std::getline(stream, word, separator);)
        out.push_back(word);
    return out;
}

Labels labelsIn(const std::vector<std::string> &words, std::size_t from)
{
    Labels out;
    for (std::size_t at = from; at < words.size(); ++at)
        out[words[at].substr(0, words[at].find('='))] = words[at].substr(words[at].find('=') + 1);
    return out;
}

std::string oneLine(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text;
}

void print(const ChartSpec &chart)
{
    std::cout << "chart\t" << chart.name << '\t' << static_cast<int>(chart.unit) << '\t' << oneLine(mergedQuery(chart.lines)) << '\n';
    for (const LineSpec &line : chart.lines)
        std::cout << "line\t" << Roles[static_cast<int>(line.role)] << '\t' << line.legend << '\t' << line.expression << '\n';
}

void printCharts(std::vector<std::string> words, const Capabilities &capabilities)
{
    words.resize(8);
    Subject subject{static_cast<SubjectKind>(std::ranges::find(Kinds, words[1]) - Kinds.begin()), words[2], words[3], words[4], words[5]};
    Selection selection{split(words[6], ','), {}};
    for (const std::string &backend : split(words[7], ','))
        selection.backends.push_back({backend.substr(0, backend.find(':')), backend.substr(backend.find(':') + 1)});
    for (const ChartSpec &chart : chartsOf(subject, capabilities, selection))
        print(chart);
    std::cout << "end" << std::endl;
}

} // namespace

int main()
{
    Capabilities capabilities;
    for (std::string line; std::getline(std::cin, line);) {
        const std::vector<std::string> words = split(line, '\t');
        if (words[0] == "asked")
            capabilities.setAsked({words.begin() + 1, words.end()});
        else if (words[0] == "source")
            capabilities.add(words[1], {words[2], words[3], std::stoull(words[4]), labelsIn(words, 5)});
        else if (words[0] == "scope")
            capabilities.setScope(labelsIn(words, 1));
        else if (words[0] == "charts")
            printCharts(words, capabilities);
        else if (words[0] == "metrics")
            for (const std::string &metric : catalogueMetrics())
                std::cout << metric << '\n';
    }
    return 0;
}
