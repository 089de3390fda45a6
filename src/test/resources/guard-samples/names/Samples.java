package names;

record OrderUtil(String text) {
}
record OrderHelper(String text) {
}
record OrderManager(String text) {
}
record OrderProcessor(String text) {
}
record OrderDeskImpl(String text) {
}
record BaseOrder(String text) {
}
record OrderDto(String text) {
}
record DataHolder(String text) {
}
record OrderInfo(String text) {
}
record DatabaseUpdate(String text) {
}
