#pragma once

#include "models/kube/Api.h"
#include "models/schema/Documents.h"

#include <functional>

namespace schema {

/// Brings the schemas of one group and version: from what was read before, else from the server. Parsed on a thread of its own.
/// Belongs to the consumer's thread.
class DocumentFetch
{
public:
    /// Which schemas are wanted, and the CustomResourceDefinition that has them as well; empty: none does.
    struct Wish
    {
        std::string group, version;
        std::string definition = {};
    };

    /// api and consumer outlive it; done is called once on the consumer's thread, never before this returns. NotFound: the server has no such
    /// schemas; Forbidden: who asks may not read them. Servers before 1.24 have none but those of definitions.
    DocumentFetch(kube::Api &api, base::Executor &consumer, std::shared_ptr<Documents> documents, const Wish &wish,
                  std::function<void(base::Result<std::shared_ptr<const Document>>)> done);

private:
    void start();
    void takeIndex(const base::Result<kube::ApiAnswer> &answer);
    void look();
    void lookElsewhere(base::Error why);
    void takeDocument(const std::string &url, base::Result<kube::ApiAnswer> answer);
    void read(const std::string &url, std::function<base::Result<Document>()> read);
    /// Under its address; without one, only for who asked.
    void keep(const std::string &url, base::Result<Document> document);
    void ask(kube::ApiRequest request, std::function<void(base::Result<kube::ApiAnswer>)> take);
    void finish(base::Result<std::shared_ptr<const Document>> result);

    kube::Api &m_api;
    base::Executor &m_consumer;
    std::shared_ptr<Documents> m_documents;
    std::string m_path;
    std::string m_definition;
    std::function<void(base::Result<std::shared_ptr<const Document>>)> m_done;
    base::Job m_job;
    base::Job m_request;
};

} // namespace schema
