// What one pod costs while it is kept: rows in columns and the compressed object, from the bytes of a protobuf list.
//   bench_memory [PODS | LIST.pb]    a list that was recorded with Accept: application/vnd.kubernetes.protobuf, or made here

#include "models/kinds/KindRowReader.h"
#include "models/kube/ChangeQueue.h"
#include "models/kube/ObjectPacker.h"
#include "models/kube/Store.h"
#include "models/text/ProtobufStream.h"
#include "tests/bench/PodLists.h"

#include <malloc.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace {

constexpr double Bar = 1500;
constexpr std::size_t Piece = 256 * 1024;

std::size_t residentBytes()
{
    malloc_trim(0);
    std::size_t pages = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return resident * 4096;
}

std::string readFile(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

int main(int argc, char **argv)
{
    const bool recorded = argc > 1 && std::ifstream(argv[1]).good();
    std::string list = recorded ? readFile(argv[1]) : bench::podList(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 50'000, false);

    kinds::KindRowReader reader(*kinds::findKind("v1", "Pod"), kinds::KeepObject::Yes);
    const auto packer = std::make_shared<kube::ObjectPacker>();
    kube::Store store(reader.columns(), packer);
    kube::ChangeQueue queue;
    text::ProtobufListSplitter splitter;
    const std::size_t before = residentBytes();
    queue.restart();
    std::size_t rows = 0;
    const auto take = [&](std::string_view item) {
        auto row = reader.read(kube::ItemFormat::Protobuf, item);
        if (!row)
            std::exit(1);
        row->object = packer->pack(row->object);
        queue.put(*row);
        if (++rows % 500 == 0)
            store.apply(queue.take());
    };
    for (std::size_t at = 0; at < list.size(); at += Piece)
        static_cast<void>(splitter.feed(std::string_view(list).substr(at, Piece), take));
    queue.complete();
    store.apply(queue.take());
    const std::size_t grown = residentBytes() - before;
    for (kube::RowId row = 0; row < store.end(); row += 97) {
        if (!store.object(row))
            return 1;
    }
    const double own = double(store.memory()) / double(store.size());
    const double resident = double(grown) / double(store.size());
    std::printf("%zu pods of %.0f B protobuf: %.0f B a pod by count, %.0f B a pod of resident memory, all included; bar %.0f: %s\n", store.size(),
                double(list.size()) / double(store.size()), own, resident, Bar, resident <= Bar ? "met" : "MISSED");
    return resident <= Bar ? 0 : 1;
}
