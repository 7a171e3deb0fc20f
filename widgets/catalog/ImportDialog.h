#pragma once

#include "models/cluster/ConnectionTest.h"
#include "models/platform/FileCalls.h"
#include "widgets/base/Theme.h"
#include "widgets/catalog/ImportPlan.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QTimer;

namespace base {
class TextLabel;
}

namespace catalog {

class ImportVerdict;

/// A kubeconfig is pasted or opened, given a name and the address its server is reached at, tested and saved: one form, in which
/// everything is said while it is typed. Nothing is written before Save, and nothing is ever overwritten.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Services
    {
        cluster::Network &network;
        base::Executor &consumer;           ///< the GUI thread's
        std::string folder;                 ///< where it is saved
        const kube::KubeFiles &files = kube::KubeFiles::system();
        platform::FileCalls &calls = platform::FileCalls::system();
    };

    explicit ImportDialog(Services services, QWidget *parent = nullptr);
    ~ImportDialog() override;

    void chooseFile();
    /// Reads the file into the form.
    void openFile(const QString &path);

Q_SIGNALS:
    /// What is said belongs to what is typed now.
    void judged();
    void tested();
    /// It is a file of its own now, and the person wants to be connected.
    void saved(const QString &path, const QString &context);
    /// Not to be saved: a file that stays where it is, or a text for as long as the program runs.
    void opened(const QString &path);
    void pasted(const kube::PastedConfig &config);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QScrollArea *makeForm();
    void makeSource(QFormLayout &form);
    void makeFields(QFormLayout &form);
    QLineEdit *addField(QFormLayout &form, const QString &name);
    QWidget *makeButtons();

    void textChanged();
    void readText();
    void takeText(ImportText text);
    void contextChosen();
    void nameChanged();
    void check();
    void takePlan(ImportPlan plan);
    void takeVerdict(const cluster::ConnectionVerdict &verdict, const ImportPlan &plan);
    ImportWish wish() const;
    void showFound();
    void showPlan();
    void keepPlaceWhole();
    void showUsable();
    void test();
    void stopTest();
    void save();
    void takeSaved(const base::Result<void> &result, const ImportPlan &plan);
    void addUnsaved();
    bool hasChanges() const;
    static void tell(base::TextLabel *label, base::Meaning meaning, const QString &text);

    Services m_services;
    QScrollArea *m_scroll = nullptr;
    QLineEdit *m_file = nullptr;
    QPlainTextEdit *m_text = nullptr;
    base::TextLabel *m_found = nullptr;
    QWidget *m_fields = nullptr;
    QComboBox *m_context = nullptr;
    QLineEdit *m_name = nullptr;
    base::TextLabel *m_place = nullptr;
    QPushButton *m_useFreeName = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_contextName = nullptr;
    QLineEdit *m_clusterName = nullptr;
    QLineEdit *m_userName = nullptr;
    QPushButton *m_test = nullptr;
    ImportVerdict *m_unreadable = nullptr;
    ImportVerdict *m_verdict = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_add = nullptr;
    QTimer *m_pause;

    QString m_openedFile;               ///< as long as the text is what it held
    QString m_sourceFolder;             ///< what relative paths in the text begin at
    ImportText m_read;
    ImportPlan m_plan;
    bool m_isJudged = false;            ///< the plan belongs to what is typed
    base::Job m_opening, m_reading, m_checking, m_testing, m_saving;
};

} // namespace catalog
