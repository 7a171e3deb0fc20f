#pragma once

#include "models/metrics/Querier.h"
#include "models/text/JsonWalker.h"

#include <map>
#include <string>
#include <string_view>

namespace metrics {

/// Reads the answer to a query without a tree of it in memory. One answer each. See parseAnswer().
class AnswerReader
{
public:
    base::Result<Answer> read(std::string_view body);

private:
    using Members = std::map<std::string_view, std::string_view>;

    bool readData(std::string_view data);
    bool readList(std::string_view list, bool (AnswerReader::*element)());
    bool readSingle(std::string_view pair);
    bool readSeries();
    bool readLabels();
    bool readSamples();
    bool readSample();
    void putInOrder(std::vector<Point> &points);
    bool readMembers(std::string_view object, Members &members);
    void readWarnings(std::string_view list);
    bool readText(std::string &out);
    std::vector<std::string> ownWarnings() const;
    bool fail(const std::string &what);

    text::JsonWalker m_walker;
    Answer m_answer;
    std::string m_place;                ///< in words, for errors
    std::string m_problem;
    std::size_t m_sample = 0;
    std::size_t m_histograms = 0;       ///< series that have no numbers
    std::size_t m_disordered = 0;       ///< series whose samples had to be put in order
};

/// An error in the server's own words; the status of the answer, or 200.
base::Error serverError(std::string_view word, std::string message, int status);

} // namespace metrics
