// Command facts writes what the Go types of the Kubernetes API say about their fields, as C++ tables.
package main

import (
	"bufio"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strconv"
	"strings"

	extensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	extensionsv1beta1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/kubernetes/scheme"
	registrationv1 "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

type field struct {
	json, shape, flags, element string
	number                      int
}

type message struct {
	name   string
	fields []field
}

// Types with a JSON form of their own.
var special = map[reflect.Type]string{
	reflect.TypeFor[metav1.Time]():         "Time",
	reflect.TypeFor[metav1.MicroTime]():    "MicroTime",
	reflect.TypeFor[metav1.Duration]():     "Duration",
	reflect.TypeFor[resource.Quantity]():   "Quantity",
	reflect.TypeFor[intstr.IntOrString]():  "IntOrString",
	reflect.TypeFor[runtime.RawExtension](): "Raw",
	reflect.TypeFor[metav1.FieldsV1]():     "Raw",

	reflect.TypeFor[extensionsv1.JSON]():                              "Raw",
	reflect.TypeFor[extensionsv1.JSONSchemaPropsOrArray]():            "SchemaOrArray",
	reflect.TypeFor[extensionsv1.JSONSchemaPropsOrBool]():             "SchemaOrBool",
	reflect.TypeFor[extensionsv1.JSONSchemaPropsOrStringArray]():      "SchemaOrTexts",
	reflect.TypeFor[extensionsv1beta1.JSON]():                         "Raw",
	reflect.TypeFor[extensionsv1beta1.JSONSchemaPropsOrArray]():       "SchemaOrArray",
	reflect.TypeFor[extensionsv1beta1.JSONSchemaPropsOrBool]():        "SchemaOrBool",
	reflect.TypeFor[extensionsv1beta1.JSONSchemaPropsOrStringArray](): "SchemaOrTexts",
}

// What the special types with messages inside are made of.
var schemas = map[string]reflect.Type{
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1":      reflect.TypeFor[extensionsv1.JSONSchemaProps](),
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1beta1": reflect.TypeFor[extensionsv1beta1.JSONSchemaProps](),
}

var (
	messages []*message
	known    = map[reflect.Type]int{}
	typeMeta = reflect.TypeFor[metav1.TypeMeta]()
)

func shortName(t reflect.Type) string {
	path := strings.TrimPrefix(t.PkgPath(), "k8s.io/")
	for _, prefix := range []string{"api/", "apimachinery/pkg/apis/", "apiextensions-apiserver/pkg/apis/", "kube-aggregator/pkg/apis/"} {
		path = strings.TrimPrefix(path, prefix)
	}
	return path + "." + t.Name()
}

func add(t reflect.Type) int {
	if index, ok := known[t]; ok {
		return index
	}
	index := len(messages)
	known[t] = index
	m := &message{name: shortName(t)}
	messages = append(messages, m)
	for i := 0; i < t.NumField(); i++ {
		if f, ok := describe(t, t.Field(i)); ok {
			m.fields = append(m.fields, f)
		}
	}
	sort.Slice(m.fields, func(a, b int) bool { return m.fields[a].number < m.fields[b].number })
	return index
}

func describe(owner reflect.Type, f reflect.StructField) (field, bool) {
	number, repeated := protobufTag(f)
	if number == 0 {
		return field{}, false
	}
	out := field{number: number}
	var flags []string
	jsonTag := strings.Split(f.Tag.Get("json"), ",")
	out.json = jsonTag[0]
	for _, option := range jsonTag[1:] {
		switch option {
		case "omitempty":
			flags = append(flags, "OmitEmpty")
		case "omitzero":
			flags = append(flags, "OmitZero")
		case "inline":
			flags = append(flags, "Inline")
		}
	}
	if out.json == "" && !strings.Contains(f.Tag.Get("json"), "inline") {
		fail("%v.%s has no JSON name", owner, f.Name)
	}
	t := f.Type
	if t.Kind() == reflect.Pointer {
		flags = append(flags, "Pointer")
		t = t.Elem()
	}
	switch {
	case special[t] != "" || t.Kind() == reflect.Struct:
	case t.Kind() == reflect.Map:
		if t.Key().Kind() != reflect.String {
			fail("%v.%s: an unknown map", owner, f.Name)
		}
		flags = append(flags, "Map")
		t = t.Elem()
	case t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8 && (repeated || t.Name() == ""):
		flags = append(flags, "List")
		t = t.Elem()
		if t.Kind() == reflect.Struct && t.NumField() > 0 && t.Field(0).Type == typeMeta && out.json != "items" {
			flags = append(flags, "Typed")
		}
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	out.shape, out.element = shapeOf(owner, f, t)
	out.flags = strings.Join(flags, " | ")
	return out, true
}

func shapeOf(owner reflect.Type, f reflect.StructField, t reflect.Type) (shape, element string) {
	if name := special[t]; name != "" {
		if strings.HasPrefix(name, "SchemaOr") {
			return name, strconv.Itoa(add(schemas[t.PkgPath()]))
		}
		return name, "None"
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[interface{ MarshalJSON() ([]byte, error) }]()) {
		fail("%v writes its own JSON", t)
	}
	switch t.Kind() {
	case reflect.String:
		return "Text", "None"
	case reflect.Bool:
		return "Boolean", "None"
	case reflect.Int32, reflect.Int64:
		return "Integer", "None"
	case reflect.Float64:
		return "Double", "None"
	case reflect.Struct:
		return "Message", strconv.Itoa(add(t))
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "Bytes", "None"
		}
		if t.Name() != "" && t.Elem().Kind() == reflect.String {
			return "TextList", "None"
		}
	}
	fail("%v.%s: %v is not understood", owner, f.Name, t)
	return "", ""
}

func protobufTag(f reflect.StructField) (number int, repeated bool) {
	parts := strings.Split(f.Tag.Get("protobuf"), ",")
	if len(parts) < 3 {
		return 0, false
	}
	number, err := strconv.Atoi(parts[1])
	if err != nil {
		fail("%s: %v", f.Name, err)
	}
	return number, parts[2] == "rep"
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", args...)
	os.Exit(1)
}

type root struct {
	apiVersion, kind string
	index            int
}

func roots() (list []root) {
	all := runtime.NewScheme()
	for _, register := range []func(*runtime.Scheme) error{scheme.AddToScheme, extensionsv1.AddToScheme,
		extensionsv1beta1.AddToScheme, registrationv1.AddToScheme} {
		if err := register(all); err != nil {
			fail("%v", err)
		}
	}
	meta := reflect.TypeFor[metav1.ObjectMeta]().PkgPath()
	types := all.AllKnownTypes()
	metaKinds := schema.GroupVersion{Group: "meta.k8s.io", Version: "v1"}
	types[metaKinds.WithKind("PartialObjectMetadata")] = reflect.TypeFor[metav1.PartialObjectMetadata]()
	types[metaKinds.WithKind("PartialObjectMetadataList")] = reflect.TypeFor[metav1.PartialObjectMetadataList]()
	var names []schema.GroupVersionKind
	for gvk, t := range types {
		common := t.PkgPath() == meta && gvk.Group != "meta.k8s.io" && !(gvk.Group == "" && gvk.Kind == "Status")
		if gvk.Version != runtime.APIVersionInternal && !common {
			names = append(names, gvk)
		}
	}
	sort.Slice(names, func(a, b int) bool {
		va, vb := names[a].GroupVersion().String(), names[b].GroupVersion().String()
		return va < vb || (va == vb && names[a].Kind < names[b].Kind)
	})
	for _, gvk := range names {
		list = append(list, root{gvk.GroupVersion().String(), gvk.Kind, add(types[gvk])})
	}
	return list
}

func main() {
	list := roots()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintln(out, "// Made by models/fields/facts/make.sh from the API types of Kubernetes 1.36.3; not for editing.")
	fmt.Fprintln(out, "constexpr FieldFacts FieldTable[] = {")
	for _, m := range messages {
		fmt.Fprintf(out, "    // %s\n", m.name)
		for _, f := range m.fields {
			if f.flags == "" {
				f.flags = "0"
			}
			fmt.Fprintf(out, "    {\"%s\", %d, %s, Shape::%s, %s},\n", f.json, f.number, f.element, f.shape, f.flags)
		}
	}
	fmt.Fprintln(out, "};\n\nconstexpr TypeFacts TypeTable[] = {")
	first := 0
	for _, m := range messages {
		fmt.Fprintf(out, "    {\"%s\", %d, %d},\n", m.name, first, len(m.fields))
		first += len(m.fields)
	}
	fmt.Fprintln(out, "};\n\nconstexpr RootFacts RootTable[] = {")
	for _, r := range list {
		fmt.Fprintf(out, "    {\"%s\", \"%s\", %d},\n", r.apiVersion, r.kind, r.index)
	}
	fmt.Fprintln(out, "};")
}
