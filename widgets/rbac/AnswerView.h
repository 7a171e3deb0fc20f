#pragma once

#include "models/rbac/Question.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/ProofWords.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace base {
class PlainLabel;
class TextLabel;
}

namespace rbac {

/// An answer for people: yes or no, through what or what comes nearest, and beside it what would mend it, as YAML to copy.
class AnswerView final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    void show(std::shared_ptr<const Answer> answer);
    void showHolders(const Holders &holders);
    using QWidget::show;
    /// The question was not understood, in the words of who read it.
    /// Whether the server says the same.
    void showProof(const ProofWords &proof);
    void showProblem(const QString &problem);

    QString verdict() const;
    QString explanation() const;
    QString yaml() const;

Q_SIGNALS:
    void noticed(const QString &text);

private:
    QWidget *makeAnswer();
    QWidget *makeFix();
    void tell(base::Meaning meaning, const QString &verdict, const QString &explanation);
    void showFix(int index);
    void copy();
    void recolor();

    std::shared_ptr<const Answer> m_answer;
    base::Meaning m_meaning = base::Meaning::Text;
    base::PlainLabel *m_verdict;
    base::PlainLabel *m_proof = nullptr;
    base::TextLabel *m_explanation;
    QWidget *m_fix;
    QComboBox *m_fixes;
    base::TextLabel *m_yaml;
    base::PlainLabel *m_effect;
};

} // namespace rbac
