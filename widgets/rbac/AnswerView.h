#pragma once

#include "models/rbac/Question.h"
#include "models/rights/Viewer.h"
#include "widgets/base/Address.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/ProofWords.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QPushButton;

namespace base {
class FileExport;
class PlainLabel;
class TextLabel;
}

namespace rbac {

class HoldersView;
class ShareSplitter;
class ToldLines;
struct ToldLine;

/// An answer for people: yes or no, through what or what comes nearest, and beside it what would mend it, as YAML to copy, to save or to look into.
class AnswerView final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    void show(std::shared_ptr<const Answer> answer);
    void showHolders(const Holders &holders);
    HoldersView &holders() { return *m_holders; }
    /// Who would apply a fix; nothing: it is being asked.
    void showViewer(const std::optional<base::Result<Identity>> &viewer);
    using QWidget::show;
    /// Whether the server says the same.
    void showProof(const ProofWords &proof);
    /// The question was not understood, in the words of who read it.
    void showProblem(const QString &problem);
    /// The page that tells the API from the network, for the answer that is shown; nothing: nobody could mistake it.
    void offerReach(const std::optional<base::Address> &reach);
    /// There is no answer before it is known who looks.
    void showAskingWho();

    QString verdict() const;
    QString explanation() const;
    QString yaml() const;
    /// Which risks the fix brings.
    QString newRisks() const;
    /// Whether who looks may apply the fix.
    QString mayApply() const;

Q_SIGNALS:
    /// Ask the server about this answer alone.
    void verifyRequested();
    void noticed(const QString &text);
    /// Show what that one may do.
    void accessRequested(const rbac::ObjectRef &subject);
    void openRequested(const base::Address &address);
    /// What this would change.
    void whatIfRequested(const QString &yaml);

private:
    QWidget *makeAnswer();
    QWidget *makeProof(QWidget *parent);
    QWidget *makeFix();
    QWidget *makeActions(QWidget *parent);
    QWidget *makeReach(QWidget *parent);
    void tell(base::Meaning meaning, const QString &verdict, std::vector<ToldLine> lines);
    void showFix(int index);
    void tellMayApply();
    void tellRisk();
    enum class Told { Why, Holders };
    void showPart(Told part);
    void copy();
    void copyHolders();
    void recolor();

    std::shared_ptr<const Answer> m_answer;
    base::Meaning m_meaning = base::Meaning::Text;
    base::PlainLabel *m_verdict;
    QWidget *m_proofRow = nullptr;
    base::PlainLabel *m_proof = nullptr;
    QPushButton *m_verifyButton = nullptr;
    ToldLines *m_explanation;
    QWidget *m_reachRow = nullptr;
    std::optional<base::Address> m_reach;
    QWidget *m_why = nullptr;
    HoldersView *m_holders;
    QString m_holdersText;
    ShareSplitter *m_sides;
    QWidget *m_fix;
    QComboBox *m_fixes;
    base::TextLabel *m_yaml;
    base::PlainLabel *m_effect;
    base::PlainLabel *m_risk = nullptr;
    base::PlainLabel *m_mayApply = nullptr;
    std::optional<base::Result<Identity>> m_viewer;
    base::FileExport *m_file;
};

} // namespace rbac
