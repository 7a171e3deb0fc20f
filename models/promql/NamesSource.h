#pragma once

#include "models/base/Error.h"
#include "models/metrics/PrometheusClient.h"
#include "models/promql/Offers.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace promql {

/// The names of a server that a place of a query wants: metrics with their types and help, labels, values. Asked for a little after the person
/// came to the place, and kept for a while; a failed question leaves what was known. GUI thread.
class NamesSource final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Pause{150};      ///< somebody may still be typing
    static constexpr std::chrono::minutes Lifetime{5};
    static constexpr std::chrono::seconds AfterError{10};
    static constexpr std::size_t MostLists = 40;                ///< of labels and of values
    static constexpr int MostNames = 50'000;                    ///< of metrics
    static constexpr int MostValues = 2'000;

    /// The consumer is the GUI thread's, and outlives it.
    explicit NamesSource(base::Executor &consumer, QObject *parent = nullptr);
    ~NamesSource() override;

    /// Null: nobody can be asked. Of another one nothing is known yet.
    void setClient(std::shared_ptr<metrics::PrometheusClient> client);

    /// What is known for the place; what is missing is asked, and changed() tells when it is there.
    const Names &namesFor(const Place &place);
    /// The page is left: nothing is asked any more.
    void stop();

    /// Something that the place of the last call wants was asked and is not there yet.
    bool isAsking() const;
    /// Why something of it is not known.
    std::optional<base::Error> error() const;

Q_SIGNALS:
    void changed();

private:
    struct Anchor { NamesSource *owner; };
    /// One question and what came of it.
    struct Kept
    {
        std::vector<std::string> names = {};
        std::optional<base::Error> error = {};
        base::SteadyTime asked{};       ///< when it was answered last
        base::SteadyTime used{};
        bool isKnown = false;
        base::Job job = {};
    };
    enum class What { Metrics, About, Labels, Values };
    struct Question
    {
        What what = What::Metrics;
        std::string label = {};
        std::string selector = {};

        auto operator<=>(const Question &) const = default;
    };

    static std::vector<Question> questionsOf(const Place &place);
    bool isDue(const Question &question) const;
    void ask();
    base::Job send(const Question &question);
    template<typename T>
    std::function<void(base::Result<T>)> taking(const Question &question);
    void take(const Question &question, base::Result<std::vector<std::string>> names);
    void take(const Question &question, base::Result<std::vector<metrics::MetricMetadata>> about);
    Kept &answered(const Question &question);
    void fill();
    void forgetOld();

    base::Executor &m_consumer;
    std::shared_ptr<Anchor> m_anchor;           ///< only looked at on the GUI thread
    std::shared_ptr<metrics::PrometheusClient> m_client;
    std::map<Question, Kept> m_kept;
    std::vector<Question> m_wanted;
    Names m_names;
    base::Job m_pause;
    int m_round = 0;                            ///< answers of an earlier one are dropped
};

} // namespace promql
